package linli.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import linli.ledger.Ledger;
import linli.profile.Profiles;
import linli.sync.SyncStatus;
import linli.web.WebApplication;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
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
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int OUTPUT_BYTES = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to serve a node.
     *
     * @param ledger stays open until after {@link #close}, as do the profiles
     * @param sync how reconciling stands; empty for a node that stands alone
     * @param clock for sessions, waits and relative times
     * @throws UncheckedIOException where the address cannot be had; the message says what to do
     */
    public static HttpServer start(
            Ledger ledger,
            Profiles profiles,
            Supplier<Optional<SyncStatus>> sync,
            HttpSettings settings,
            InstantSource clock) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("linli-http");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.setHandler(routes(new WebApplication(ledger, profiles, sync, clock)));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(LAST_ANSWERS.toMillis());
        return started(new HttpServer(server, connector), settings);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(HEADER_BYTES);
        http.setOutputBufferSize(OUTPUT_BYTES);
        http.setSendServerVersion(false);
        return http;
    }

    private static ServletContextHandler routes(WebApplication application) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        ServletHolder holder = new ServletHolder("linli", application.servlet());
        // At the start, so that a fault shows then and nobody's first page is slow.
        holder.setInitOrder(1);
        context.addServlet(holder, "/*");
        return context;
    }

    private static HttpServer started(HttpServer http, HttpSettings settings) {
        try {
            http.server.start();
            return http;
        } catch (Exception e) {
            // Jetty declares Exception; whatever it was, no half-started server is left behind.
            http.close();
            if (e instanceof IOException io) {
                throw new UncheckedIOException(
                        "nothing can listen on " + settings.host() + ":" + settings.port() + " (" + io.getMessage()
                                + "); choose another port, or stop what is running there",
                        io);
            }
            throw new IllegalStateException("the web server does not start", e);
        }
    }

    /** Where the node can be reached from this machine. */
    public URI address() {
        String host = connector.getHost();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + (everywhere ? "localhost" : literal) + ":" + connector.getLocalPort() + "/");
    }

    /** Finishes the answers that are under way, then takes no more requests. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the web server does not stop", e);
        }
    }
}
