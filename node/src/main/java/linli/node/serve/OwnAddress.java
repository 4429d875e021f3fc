package linli.node.serve;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import linli.sync.PeerAddress;

/** Where other nodes probably reach this machine; whoever runs it may know better. */
public final class OwnAddress {
    /** Where a node answers other nodes unless somebody says otherwise. */
    static final int PEER_PORT = 7443;

    private OwnAddress() {}

    public static PeerAddress guess() {
        return new PeerAddress(host(), PEER_PORT);
    }

    private static String host() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse("127.0.0.1");
        } catch (SocketException e) {
            return "127.0.0.1";
        }
    }
}
