package linli.sync;

import java.io.Closeable;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

/** The networks of this machine, through jmDNS: one instance of it for each interface. */
final class JmdnsMulticast implements Multicast {
    static final String SERVICE_TYPE = "_linli._tcp.local.";

    /** Each place costs a socket and five threads. */
    private static final int MOST_PLACES = 8;

    @Override
    public Set<InetAddress> places() throws IOException {
        return NetworkInterface.networkInterfaces()
                .filter(JmdnsMulticast::reachesNeighbours)
                .flatMap(network -> addressOf(network).stream())
                .limit(MOST_PLACES)
                .collect(Collectors.toSet());
    }

    private static boolean reachesNeighbours(NetworkInterface network) {
        try {
            return network.isUp() && network.supportsMulticast() && !network.isLoopback() && !network.isPointToPoint();
        } catch (SocketException e) {
            // It went away between being listed and being asked.
            return false;
        }
    }

    /** IPv4 where there is one; a link-local IPv6 address means nothing without the name of our own interface. */
    private static Optional<InetAddress> addressOf(NetworkInterface network) {
        return network.inetAddresses()
                .filter(address -> address instanceof Inet4Address || !address.isLinkLocalAddress())
                .min(Comparator.comparing(address -> !(address instanceof Inet4Address)));
    }

    @Override
    public Closeable join(InetAddress place, Announcement own, Ear ear) throws IOException {
        // Without a name it would ask DNS for ours, which takes seconds where there is no DNS, and tell it to
        // everybody.
        JmDNS dns = JmDNS.create(place, own.serviceName());
        try {
            dns.addServiceListener(SERVICE_TYPE, new JmdnsEar(ear));
            dns.registerService(ServiceInfo.create(SERVICE_TYPE, own.serviceName(), own.port(), 0, 0, own.texts()));
            return dns;
        } catch (IOException | RuntimeException e) {
            // Its threads would stay.
            dns.close();
            throw e;
        }
    }
}
