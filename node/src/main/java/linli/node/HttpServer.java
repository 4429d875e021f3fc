package linli.node;

import jakarta.servlet.Servlet;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import linli.office.Office;
import linli.sync.SyncStatus;
import linli.web.WebApplication;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The node's web server: Jetty, kept small enough for a node that lives in a 96 MiB heap. */
public final class HttpServer implements AutoCloseable {
    private static final int MOST_THREADS = 16;
    private static final int FEWEST_THREADS = 4;
    private static final int MOST_CONNECTIONS = 512;

    private final Runnable lastly;
    private final JettyServer jetty;

    private HttpServer(Runnable lastly, JettyServer jetty) {
        this.lastly = lastly;
        this.jetty = jetty;
    }

    /**
     * Starts to serve a node.
     *
     * @param office whose ledger and profiles stay open until after {@link #close}
     * @param sync how reconciling stands; empty for a node that stands alone
     * @param clock for sessions, waits and relative times
     * @throws Failures.Problem where the address cannot be had; the message says what to do
     */
    public static HttpServer start(
            Office office, Supplier<Optional<SyncStatus>> sync, HttpSettings settings, InstantSource clock) {
        return start(new WebApplication(office, sync, clock), settings);
    }

    /** Starts to serve a node's routes, which are closed with it. */
    static HttpServer start(WebApplication application, HttpSettings settings) {
        return start(application.servlet(), application::close, settings);
    }

    /** Starts to serve routes that leave nothing to be ended. */
    static HttpServer start(Servlet routes, HttpSettings settings) {
        return start(routes, () -> {}, settings);
    }

    /** @param lastly ends the answers that would go on for ever */
    private static HttpServer start(Servlet routes, Runnable lastly, HttpSettings settings) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("linli-http");
        Server server = new Server(threads);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(JettyServer.configuration()));
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.setHandler(JettyServer.routes(routes));
        return new HttpServer(lastly, JettyServer.start(server, connector, settings));
    }

    /** Where the node can be reached from this machine. */
    public URI address() {
        return jetty.address("http");
    }

    /** Finishes the answers that are under way, then takes no more requests. */
    @Override
    public void close() {
        lastly.run();
        jetty.close();
    }
}
