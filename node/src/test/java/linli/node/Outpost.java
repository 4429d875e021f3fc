package linli.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Checkpoint;
import linli.log.Disk;
import linli.log.ForkProof;
import linli.log.Hash;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.node.serve.HttpServer;
import linli.node.serve.HttpSettings;
import linli.office.Office;
import linli.profile.Profiles;
import linli.sync.SyncStatus;

/** The node of a community that a county has enrolled, served on a real port; the county itself is away. */
final class Outpost implements AutoCloseable {
    static final String ORIGIN = "xx.linli/heping";

    private static final SigningKey COUNTY_KEY = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);
    private static final NoteSigner SIGNER = new NoteSigner(ORIGIN, key());

    final Village.Clock clock = new Village.Clock();
    final Path folder;
    final Ledger ledger;
    final HttpServer server;
    private final Profiles profiles;
    volatile Optional<SyncStatus> sync = Optional.empty();

    Outpost(Path parent) {
        folder = parent.resolve("heping");
        NodeFolder node = enrolled(parent.resolve("county"));
        ledger = Ledger.join(node, key(), clock.instant().getEpochSecond(), clock);
        profiles = Profiles.open(folder, new byte[32]);
        server = HttpServer.start(new Office(ledger, profiles), () -> sync, new HttpSettings("localhost", 0), clock);
    }

    private static SigningKey key() {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        Arrays.fill(seed, (byte) 1);
        return SigningKey.ofSeed(seed);
    }

    /** The folder with the county's log in it, up to the entries that enrol this node and a neighbour. */
    private NodeFolder enrolled(Path county) {
        try (Ledger ledger = Ledger.found(county, "示例县", "xx.linli", Policy.defaultDocument(), COUNTY_KEY, clock)) {
            enrol(
                    ledger,
                    new BranchEnrolled(
                            1, "heping", "和平社区", ORIGIN, SIGNER.vkey().toString()));
            Vkey neighbour = new NoteSigner("xx.linli/dongmen", COUNTY_KEY).vkey();
            enrol(ledger, new BranchEnrolled(2, "dongmen", "东门社区", neighbour.name(), neighbour.toString()));
            NodeFolder node =
                    new NodeFolder(folder, 1, SIGNER.vkey(), ledger.node().log());
            copy(ledger.checkpoint(), ledger.log(), node);
            return node;
        }
    }

    private static void enrol(Ledger county, BranchEnrolled branch) {
        county.post(Draft.once(Actor.NODE, branch)).idOrThrow();
    }

    private static void copy(SignedCheckpoint head, LogView log, NodeFolder to) {
        try (Mirrors mirrors = Mirrors.in(Disk.real(), to.folder())) {
            Mirror copy = mirrors.of(to.county());
            copy.accept(0, List.of(), head);
            List<byte[]> entries = new ArrayList<>();
            log.scan(0, head.size(), (index, entry) -> entries.add(entry));
            copy.receive(0, entries, log.subtreeProof(0, head.size(), head.size()));
            copy.settle();
        }
    }

    /** Somebody shows that this node's key has signed another log too. */
    void fork() {
        SignedCheckpoint signed = ledger.checkpoint();
        Checkpoint other = new Checkpoint(ORIGIN, signed.size(), Hash.ofLeaf(new byte[] {1}));
        ledger.freeze(ForkProof.ofSameSize(signed, SignedCheckpoint.of(SIGNER.sign(other.toText()), SIGNER.vkey())));
    }

    Browser browser(String language) {
        Browser browser = new Browser(server.address());
        browser.cookies.put("linli-language", language);
        return browser;
    }

    @Override
    public void close() {
        server.close();
        ledger.close();
        profiles.close();
    }
}
