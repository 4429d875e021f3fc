package linli.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import linli.enrol.Credentials;
import linli.enrol.Invites;
import linli.enrol.PeerTls;
import linli.keys.Keyring;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.node.serve.HttpSettings;
import linli.node.serve.PeerServer;
import linli.peer.HttpPeer;
import linli.peer.Meeting;
import linli.peer.TimeLimits;
import linli.sync.CountyTls;
import linli.sync.EnrolmentDesk;
import linli.sync.Membership;
import linli.sync.NamedCosigner;
import linli.web.peer.PeerApplication;

/** A node with its port for others, as it runs but for its pages, and but for the clock: here it meets when it is told to. */
final class SyncNode implements AutoCloseable {
    private static final int FORBIDDEN = 403;

    private final Ledger ledger;
    private final PeerTls tls;
    private final PeerServer server;

    private SyncNode(Ledger ledger, SigningKey cosignerKey, Clock clock) {
        NodeFolder node = ledger.node();
        PeerApplication.Enrolment enrolment = enrolment(ledger, clock);
        this.ledger = ledger;
        this.tls = new PeerTls(Credentials.open(node.folder()), new Membership(ledger.books()));
        MirrorDesk desk =
                new MirrorDesk(ledger, NamedCosigner.of(ledger, cosignerKey, clock), longer -> ledger.holdBack());
        this.server = PeerServer.start(
                new PeerApplication(desk, tls::peer, enrolment, clock), tls, new HttpSettings("localhost", 0));
    }

    static SyncNode open(Path folder) {
        return open(folder, Clock.systemUTC());
    }

    static SyncNode open(Path folder, Clock clock) {
        Keyring keys = Keyring.open(folder, Optional::empty);
        Ledger ledger = Ledger.open(NodeFolder.open(folder), SigningKey.ofSeed(keys.logSeed()), clock, Progress.UNSEEN);
        return new SyncNode(ledger, SigningKey.ofSeed(keys.cosignerSeed()), clock);
    }

    private static PeerApplication.Enrolment enrolment(Ledger ledger, Clock clock) {
        NodeFolder node = ledger.node();
        if (!node.isCounty()) {
            return (body, client) -> Reply.refusal(FORBIDDEN, "a branch enrols nobody");
        }
        CountyTls county = CountyTls.prepare(node, clock);
        return new EnrolmentDesk(ledger, county.authority(), Invites.open(node.folder(), clock), clock)::enrol;
    }

    Ledger ledger() {
        return ledger;
    }

    URI address() {
        return server.address();
    }

    /** For connections of this node, in and out. */
    SSLContext tls() {
        return tls.context();
    }

    /** Meetings with the county at an address, on a connection of their own. */
    Meeting withCounty(URI address) {
        return new Meeting(ledger, new HttpPeer(address, tls.contextTo(0), PeerTls.parameters(), TimeLimits.USUAL));
    }

    @Override
    public void close() {
        server.close();
        ledger.close();
    }
}
