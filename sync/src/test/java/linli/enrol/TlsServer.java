package linli.enrol;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A real TLS server on a loopback port that answers one byte: 'y' to an admitted peer, 'n' to anybody else. */
final class TlsServer implements AutoCloseable {
    private final SSLServerSocket socket;
    private final PeerTls tls;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    TlsServer(PeerTls tls, SSLContext context, SSLParameters parameters) throws IOException {
        this.tls = tls;
        this.socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        socket.setSSLParameters(parameters);
        thread.execute(this::serve);
    }

    static TlsServer of(PeerTls tls) throws IOException {
        return new TlsServer(tls, tls.context(), PeerTls.parameters());
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (SSLSocket connection = (SSLSocket) socket.accept()) {
                connection.startHandshake();
                connection.getOutputStream().write(isAdmitted(connection) ? 'y' : 'n');
            } catch (IOException e) {
                // The test looks at what its client sees.
            }
        }
    }

    private boolean isAdmitted(SSLSocket connection) {
        try {
            tls.peer(connection.getSession().getPeerCertificates());
            return true;
        } catch (SSLPeerUnverifiedException | EnrolException e) {
            return false;
        }
    }

    /** What the server answers, after a handshake that both sides have accepted; else an {@link IOException}. */
    char ask(SSLContext client, SSLParameters parameters) throws IOException {
        try (SSLSocket connection = (SSLSocket) client.getSocketFactory()
                .createSocket(address().getAddress(), address().getPort())) {
            connection.setSSLParameters(parameters);
            connection.startHandshake();
            return (char) connection.getInputStream().read();
        }
    }

    char ask(SSLContext client) throws IOException {
        return ask(client, PeerTls.parameters());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.shutdownNow();
    }
}
