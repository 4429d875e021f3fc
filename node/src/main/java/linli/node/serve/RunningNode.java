package linli.node.serve;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import linli.bundle.BundleReader;
import linli.bundle.BundleWriter;
import linli.bundle.Sticks;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.node.console.Failures;
import linli.node.console.OpenNode;
import linli.office.Caretaker;
import linli.sync.CountyHolding;
import linli.sync.SyncStatus;
import linli.web.WebApplication;
import linli.web.desk.office.StickDesk;
import org.jspecify.annotations.Nullable;

/** A node that runs: its pages, and unless it stands alone, its side towards other nodes. */
public final class RunningNode implements AutoCloseable {
    private static final int COUNTY = 0;

    private final OpenNode node;
    private final @Nullable PeerSide peers;
    private final HttpServer pages;
    private final StickDesk sticks;
    private final Caretaking caretaking;

    private RunningNode(OpenNode node, @Nullable PeerSide peers, HttpServer pages, StickDesk sticks) {
        this.node = node;
        this.peers = peers;
        this.pages = pages;
        this.sticks = sticks;
        this.caretaking = Caretaking.of(new Caretaker(node.ledger()));
    }

    /**
     * Runs a node, which is closed with it, and also when it cannot be run.
     *
     * @throws Failures.Problem where an address cannot be had; the message says what to do
     * @throws linli.enrol.EnrolException {@code MISSING} where a node that has joined no county is to show its certificate
     */
    public static RunningNode start(OpenNode node, Doors doors) {
        return start(node, doors, Sticks::plugged);
    }

    /**
     * The same.
     *
     * @param plugged finds the sticks that are plugged in
     */
    public static RunningNode start(OpenNode node, Doors doors, Supplier<List<Path>> plugged) {
        PeerSide side = null;
        try {
            // The county's word comes by network and by stick, and is one.
            CountyHolding holding = CountyHolding.of(node.ledger());
            side = doors.peers()
                    .map(settings -> PeerSide.open(node.ledger(), node.cosignerKey(), holding, settings))
                    .orElse(null);
            PeerSide met = side;
            StickDesk sticks = sticks(node, Optional.ofNullable(side), holding, plugged);
            WebApplication routes = new WebApplication(
                    node.office(),
                    () -> Optional.ofNullable(met).map(PeerSide::status),
                    InstantSource.system(),
                    Optional.of(sticks));
            return new RunningNode(node, side, serve(node.ledger().node(), routes, doors), sticks);
        } catch (RuntimeException e) {
            if (side != null) {
                side.close();
            }
            node.close();
            throw e;
        }
    }

    private static HttpServer serve(NodeFolder node, WebApplication routes, Doors doors) {
        return doors.https()
                ? HttpServer.start(routes, doors.pages(), Lines.credentials(node))
                : HttpServer.start(routes, doors.pages());
    }

    private static StickDesk sticks(
            OpenNode node, Optional<PeerSide> peers, CountyHolding holding, Supplier<List<Path>> plugged) {
        InstantSource clock = InstantSource.system();
        Ledger ledger = node.ledger();
        Cosigner cosigner = new Cosigner(ledger.node().origin(), node.cosignerKey(), clock);
        MirrorDesk desk = peers.map(PeerSide::desk)
                .orElseGet(() -> new MirrorDesk(ledger, cosigner, longer -> ledger.holdBack()));
        return new StickDesk(
                new BundleWriter(ledger, desk, cosigner, clock),
                new BundleReader(ledger, desk, node.signer(), clock),
                plugged,
                receipt -> {
                    if (receipt.by() == COUNTY) {
                        receipt.holds().ifPresent(holding::note);
                    }
                });
    }

    public OpenNode node() {
        return node;
    }

    /** Its name, for people. */
    public String name() {
        return node.ledger()
                .books()
                .branch(node.ledger().node().branch())
                .map(Branch::name)
                .orElse("");
    }

    public URI pages() {
        return pages.address();
    }

    /** Where other nodes reach it from this machine; empty when it stands alone. */
    public Optional<URI> peers() {
        return Optional.ofNullable(peers).map(PeerSide::address);
    }

    /** Takes it off the network, as if somebody pulled the cable; its pages stay. */
    public void unplug() {
        if (peers != null) {
            peers.unplug();
        }
    }

    /** Ends {@link #unplug}. */
    public void plug() {
        if (peers != null) {
            peers.plug();
        }
    }

    /** How it stands with others; empty when it stands alone. */
    public Optional<SyncStatus> status() {
        return Optional.ofNullable(peers).map(PeerSide::status);
    }

    @Override
    public void close() {
        pages.close();
        sticks.close();
        caretaking.close();
        if (peers != null) {
            peers.close();
        }
        node.close();
    }
}
