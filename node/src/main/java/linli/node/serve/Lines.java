package linli.node.serve;

import java.time.Clock;
import linli.enrol.Credentials;
import linli.enrol.PeerTls;
import linli.enrol.Standing;
import linli.ledger.NodeFolder;
import linli.peer.HttpPeer;
import linli.peer.Peer;
import linli.peer.TimeLimits;
import linli.sync.CountyTls;
import linli.sync.PeerAddress;
import linli.sync.PeerBook;
import linli.sync.PeerFile;

/**
 * How a node speaks to others.
 *
 * @param book whom the operator named
 * @param tls with the node's certificate
 */
public record Lines(PeerBook book, PeerTls tls) {

    /** Those of a node. */
    public static Lines of(NodeFolder node, Standing standing) {
        return new Lines(PeerFile.read(node.folder()), new PeerTls(credentials(node), standing));
    }

    /** With what a node shows who it is; at a county that an earlier Linli founded, its certificates are made now. */
    public static Credentials credentials(NodeFolder node) {
        return node.isCounty() ? CountyTls.prepare(node, Clock.systemUTC()).own() : Credentials.open(node.folder());
    }

    /** A node at an address. At the county's, nobody but the county is taken. Nothing is sent yet. */
    public Peer to(PeerAddress address) {
        boolean county = book.county().filter(address::equals).isPresent();
        return new HttpPeer(
                address.uri(), county ? tls.contextTo(0) : tls.context(), PeerTls.parameters(), TimeLimits.USUAL);
    }
}
