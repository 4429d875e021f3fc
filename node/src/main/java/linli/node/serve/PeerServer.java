package linli.node.serve;

import java.net.URI;
import linli.enrol.PeerTls;
import linli.node.console.Failures;
import linli.web.peer.PeerApplication;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The port on which other nodes speak to this one: TLS 1.3, both ends known by certificate. It has threads of its own, and few,
 * so that no peer, however slow or many, takes anything from the pages.
 */
public final class PeerServer implements AutoCloseable {
    private static final int MOST_THREADS = 12;
    private static final int FEWEST_THREADS = 2;
    private static final int MOST_CONNECTIONS = 128;

    /** Branches may share an address, behind one router, and one that catches up fetches on eight connections at a time. */
    private static final int MOST_CONNECTIONS_OF_ONE_ADDRESS = 64;

    /** Below the slowest line that a node is run on, and far above what keeps a thread for nothing. */
    private static final long SLOWEST_BYTES_PER_SECOND = 512;

    private final JettyServer jetty;

    private PeerServer(JettyServer jetty) {
        this.jetty = jetty;
    }

    /**
     * Starts to answer other nodes.
     *
     * @param application what is answered; its ledger stays open until after {@link #close}
     * @param tls who this node is, and whom it takes
     * @throws Failures.Problem where the address cannot be had; the message says what to do
     */
    public static PeerServer start(PeerApplication application, PeerTls tls, HttpSettings settings) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("linli-peers");
        Server server = new Server(threads);
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        ServerConnector connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(certificates(tls), http.getProtocol()), http);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        connector.addBean(new AddressLimit(MOST_CONNECTIONS_OF_ONE_ADDRESS));
        server.setHandler(new MinimumDataRateHandler(
                JettyServer.routes(application.servlet()), SLOWEST_BYTES_PER_SECOND, SLOWEST_BYTES_PER_SECOND));
        return new PeerServer(JettyServer.start(server, connector, settings));
    }

    private static SslContextFactory.Server certificates(PeerTls tls) {
        SslContextFactory.Server certificates = new SslContextFactory.Server();
        certificates.setSslContext(tls.context());
        certificates.setIncludeProtocols(PeerTls.parameters().getProtocols());
        certificates.setWantClientAuth(true);
        return certificates;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = JettyServer.configuration();
        // Nodes have no host names; that the right one answers is checked by its certificate.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return http;
    }

    /** Where the node can be reached from this machine. */
    public URI address() {
        return jetty.address("https");
    }

    /** Finishes the answers that are under way, then takes no more requests. */
    @Override
    public void close() {
        jetty.close();
    }
}
