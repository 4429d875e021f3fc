package linli.node.serve;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import linli.enrol.Invites;
import linli.enrol.PeerTls;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.SigningKey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.node.console.Failures;
import linli.sync.Announcement;
import linli.sync.CountyHolding;
import linli.sync.CountyTls;
import linli.sync.EnrolmentDesk;
import linli.sync.Membership;
import linli.sync.NamedCosigner;
import linli.sync.Neighbour;
import linli.sync.Neighbours;
import linli.sync.PeerAddress;
import linli.sync.Rhythm;
import linli.sync.SyncLoop;
import linli.sync.SyncStatus;
import linli.web.peer.PeerApplication;
import org.jspecify.annotations.Nullable;

/** What a running node has to do with others: the port where it answers them, and its meetings with them. */
final class PeerSide implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final Ledger ledger;
    private final Lines lines;
    private final MirrorDesk desk;
    private final PeerApplication.Enrolment enrolment;
    private final SyncLoop loop;
    private final @Nullable Neighbours neighbours;
    private final URI address;
    private HttpSettings settings;
    private @Nullable PeerServer server;

    private PeerSide(Ledger ledger, Cosigner cosigner, CountyHolding holding, HttpSettings settings) {
        NodeFolder node = ledger.node();
        this.ledger = ledger;
        this.settings = settings;
        this.lines = Lines.of(node, new Membership(ledger.books()));
        this.enrolment = enrolment(ledger);
        this.desk = new MirrorDesk(ledger, cosigner, longer -> ledger.holdBack());
        this.server = serve();
        // Whoever knows where the node answers finds it there again after it was off the network.
        this.address = server.address();
        this.settings = new HttpSettings(settings.host(), address.getPort());
        this.neighbours = lines.book().neighbours() ? Neighbours.open(announcement(), listener()) : null;
        this.loop = SyncLoop.start(ledger, this::contacts, lines::to, Rhythm.USUAL, holding, Clock.systemUTC());
    }

    /**
     * Begins to answer other nodes and to meet them.
     *
     * @param cosignerKey with which the node signs for what it keeps for others
     * @param holding is told what the county holds of this node
     */
    static PeerSide open(Ledger ledger, SigningKey cosignerKey, CountyHolding holding, HttpSettings settings) {
        return new PeerSide(ledger, NamedCosigner.of(ledger, cosignerKey, Clock.systemUTC()), holding, settings);
    }

    /** Only the county enrols. */
    private static PeerApplication.Enrolment enrolment(Ledger ledger) {
        NodeFolder node = ledger.node();
        if (!node.isCounty()) {
            return (body, client) ->
                    Reply.refusal(NOT_FOUND, "This is a branch. A node joins at the county's address.");
        }
        Clock clock = Clock.systemUTC();
        CountyTls county = CountyTls.prepare(node, clock);
        Invites invites = Invites.open(node.folder(), clock);
        return new EnrolmentDesk(ledger, county.authority(), invites, clock)::enrol;
    }

    private PeerServer serve() {
        PeerTls tls = lines.tls();
        return PeerServer.start(new PeerApplication(desk, tls::peer, enrolment, Clock.systemUTC()), tls, settings);
    }

    private Announcement announcement() {
        NodeFolder node = ledger.node();
        return new Announcement(
                node.origin(), node.branch(), node.county().name(), address().getPort());
    }

    private Neighbours.Listener listener() {
        return new Neighbours.Listener() {
            @Override
            public void appeared(Neighbour neighbour) {
                loop.peerSeen(neighbour.address());
            }

            @Override
            public void left(Neighbour neighbour) {
                // The next attempt finds out by itself.
            }
        };
    }

    private List<PeerAddress> contacts() {
        return lines.book().contacts(neighbours == null ? List.of() : neighbours.present());
    }

    /** Where other nodes reach this one from this machine, while it is plugged in. */
    URI address() {
        return address;
    }

    /** Closes the port: nobody reaches this node any more, and lines that stand are cut. Does nothing when it is closed. */
    synchronized void unplug() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /**
     * Opens the port again, where it was.
     *
     * @throws Failures.Problem where somebody else has it by now
     */
    synchronized void plug() {
        if (server == null) {
            server = serve();
        }
    }

    /** Where what others bring is taken in, be it by network or by stick. */
    MirrorDesk desk() {
        return desk;
    }

    SyncStatus status() {
        return loop.status();
    }

    @Override
    public void close() {
        loop.close();
        if (neighbours != null) {
            neighbours.close();
        }
        unplug();
    }
}
