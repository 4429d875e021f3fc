package linli.node.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;

/** So many connections from one address, and not one more; those above are closed before anything is read from them. */
final class AddressLimit implements Connection.Listener {
    private final int most;
    /** With the address each came from: once it is closed, a connection does not know that any more. */
    private final Map<Connection, InetAddress> open = new ConcurrentHashMap<>();

    AddressLimit(int most) {
        this.most = most;
    }

    /** Counts the connection on the wire; the one of HTTP within it is not counted again. */
    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection
                && connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote) {
            open.put(connection, remote.getAddress());
            if (Collections.frequency(open.values(), remote.getAddress()) > most) {
                connection.close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }
}
