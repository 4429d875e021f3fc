package linli.node.serve;

import jakarta.servlet.Servlet;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import linli.enrol.Credentials;
import linli.node.console.Failures;
import linli.office.Office;
import linli.sync.SyncStatus;
import linli.web.WebApplication;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.SecuredRedirectHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The node's web server: Jetty, kept small enough for a node that lives in a 96 MiB heap. */
public final class HttpServer implements AutoCloseable {
    private static final int MOST_THREADS = 16;
    private static final int FEWEST_THREADS = 4;
    private static final int MOST_CONNECTIONS = 512;

    private final Runnable lastly;
    private final JettyServer jetty;
    private final String scheme;

    private HttpServer(Runnable lastly, JettyServer jetty, String scheme) {
        this.lastly = lastly;
        this.jetty = jetty;
        this.scheme = scheme;
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

    /** Starts to serve a node's routes in the clear; they are closed with it. */
    public static HttpServer start(WebApplication application, HttpSettings settings) {
        return plain(application.servlet(), application::close, settings);
    }

    /** Starts to serve routes that leave nothing to be ended, in the clear. */
    public static HttpServer start(Servlet routes, HttpSettings settings) {
        return plain(routes, () -> {}, settings);
    }

    /**
     * Starts to serve a node's routes over https; they are closed with it. Whoever types the address without https is led
     * there, since both are understood at one port.
     *
     * @param certificate what browsers are shown
     */
    public static HttpServer start(WebApplication application, HttpSettings settings, Credentials certificate) {
        HttpConfiguration http = JettyServer.configuration();
        // What the certificate names is the node; it has no host.
        http.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory requests = new HttpConnectionFactory(http);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(certificate.forBrowsers());
        SslConnectionFactory secured = new SslConnectionFactory(tls, requests.getProtocol());
        Server server = server();
        server.setHandler(new SecuredRedirectHandler(JettyServer.routes(application.servlet())));
        ServerConnector connector = new ServerConnector(server, 1, 1, new DetectorConnectionFactory(secured), requests);
        JettyServer jetty = JettyServer.start(server, connector, settings);
        http.setSecurePort(jetty.port());
        return new HttpServer(application::close, jetty, "https");
    }

    /** @param lastly ends the answers that would go on for ever */
    private static HttpServer plain(Servlet routes, Runnable lastly, HttpSettings settings) {
        Server server = server();
        server.setHandler(JettyServer.routes(routes));
        HttpConfiguration http = JettyServer.configuration();
        if (settings.onlyHere()) {
            // Whoever comes from elsewhere comes through a web server with TLS on this machine, which says who they
            // are.
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        return new HttpServer(lastly, JettyServer.start(server, connector, settings), "http");
    }

    private static Server server() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("linli-http");
        Server server = new Server(threads);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        return server;
    }

    /** Where the node can be reached from this machine. */
    public URI address() {
        return jetty.address(scheme);
    }

    /** Finishes the answers that are under way, then takes no more requests. */
    @Override
    public void close() {
        lastly.run();
        jetty.close();
    }
}
