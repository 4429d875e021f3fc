package linli.node.serve;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import linli.node.console.Failures;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A running Jetty with one connector: what the pages' port and the peers' port have in common. */
final class JettyServer implements AutoCloseable {
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int OUTPUT_BYTES = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;

    private JettyServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** How requests are read and answers written. */
    static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(HEADER_BYTES);
        http.setOutputBufferSize(OUTPUT_BYTES);
        http.setSendServerVersion(false);
        return http;
    }

    /** All paths to one servlet. */
    static ServletContextHandler routes(Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        ServletHolder holder = new ServletHolder("linli", servlet);
        // At the start, so that a fault shows then and nobody's first page is slow.
        holder.setInitOrder(1);
        context.addServlet(holder, "/*");
        return context;
    }

    /**
     * Begins to listen.
     *
     * @throws Failures.Problem where the address cannot be had; the message says what to do
     */
    static JettyServer start(Server server, ServerConnector connector, HttpSettings settings) {
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(LAST_ANSWERS.toMillis());
        return new JettyServer(server, connector).started(settings);
    }

    private JettyServer started(HttpSettings settings) {
        try {
            server.start();
            return this;
        } catch (Exception e) {
            // Jetty declares Exception; whatever it was, no half-started server is left behind.
            close();
            if (e instanceof IOException io) {
                throw new Failures.Problem(
                        "nothing can listen on " + settings.host() + ":" + settings.port() + " (" + io.getMessage()
                                + "); choose another port, or stop what is running there",
                        io);
            }
            throw new IllegalStateException("the web server does not start", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Where it can be reached from this machine. */
    URI address(String scheme) {
        String host = connector.getHost();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + (everywhere ? "localhost" : literal) + ":" + connector.getLocalPort() + "/");
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
