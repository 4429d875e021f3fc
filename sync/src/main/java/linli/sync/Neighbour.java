package linli.sync;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Somebody on the local network who says to be a node of our county. Anybody can say so: this is a hint where to knock, and the
 * TLS handshake decides who opens.
 *
 * @param origin origin of the log it says to write
 * @param branch the number it says to have
 * @param address where it says to answer
 */
public record Neighbour(String origin, int branch, PeerAddress address) {
    /** Empty for whatever is not a usable announcement of another node of our county. */
    static Optional<Neighbour> of(Multicast.Heard heard, Announcement own) {
        Optional<InetAddress> address =
                heard.addresses().stream().filter(Neighbour::isElsewhere).findFirst();
        return Announcement.read(heard.texts(), heard.port())
                .filter(said -> said.isNeighbourOf(own))
                .flatMap(said -> address.map(at -> at(said, at)));
    }

    private static Neighbour at(Announcement said, InetAddress address) {
        return new Neighbour(said.origin(), said.branch(), PeerAddress.of(address, said.port()));
    }

    /** Nobody may have us knock at our own doors, or at everybody's; and a link-local IPv6 address is none without its interface. */
    private static boolean isElsewhere(InetAddress address) {
        boolean isOurs = address.isLoopbackAddress() || address.isAnyLocalAddress();
        boolean isIncomplete = address instanceof Inet6Address && address.isLinkLocalAddress();
        return !isOurs && !isIncomplete && !address.isMulticastAddress();
    }
}
