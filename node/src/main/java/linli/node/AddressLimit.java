package linli.node;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Multiset;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.jspecify.annotations.Nullable;

/** So many connections from one address, and not one more; those above are closed before anything is read from them. */
final class AddressLimit implements Connection.Listener {
    private final int most;
    private final Multiset<InetAddress> open = ConcurrentHashMultiset.create();

    AddressLimit(int most) {
        this.most = most;
    }

    @Override
    public void onOpened(Connection connection) {
        InetAddress from = from(connection);
        if (from != null) {
            open.add(from);
            if (open.count(from) > most) {
                connection.close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        InetAddress from = from(connection);
        if (from != null) {
            open.remove(from);
        }
    }

    /** Of the connection on the wire; the one of HTTP within it is not counted again. */
    private static @Nullable InetAddress from(Connection connection) {
        boolean onTheWire = connection instanceof SslConnection;
        return onTheWire && connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }
}
