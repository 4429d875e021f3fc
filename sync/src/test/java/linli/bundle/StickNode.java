package linli.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.Event;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Disk;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;

/** A node on a real disk that meets others only by stick. */
final class StickNode implements AutoCloseable {
    static final String COUNTY = "xx.linli";

    /** A clock for all nodes of a test; it stands until it is moved. */
    static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-01-05T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void passDays(int days) {
            now = now.plus(Duration.ofDays(days));
        }
    }

    final int number;
    final Path folder;
    final Clock clock;
    final List<SignedCheckpoint> alarms = new ArrayList<>();
    Ledger ledger;
    MirrorDesk desk;

    private StickNode(int number, Path folder, Clock clock, Ledger ledger) {
        this.number = number;
        this.folder = folder;
        this.clock = clock;
        open(ledger);
    }

    private void open(Ledger opened) {
        ledger = opened;
        desk = new MirrorDesk(opened, cosigner(), alarms::add);
    }

    static SigningKey key(int number) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) (number + 1);
        return SigningKey.ofSeed(seed);
    }

    private static SigningKey cosignerKey(int number) {
        return key(number + 100);
    }

    static StickNode county(Path folder, Clock clock) {
        Ledger ledger = Ledger.found(folder, "某县", COUNTY, Policy.defaultDocument(), key(0), clock);
        StickNode county = new StickNode(0, folder, clock, ledger);
        county.post(new CosignerNamed(county.cosigner().vkey().toString()));
        return county;
    }

    static String origin(int branch) {
        return COUNTY + "/branch-" + branch;
    }

    /** Enrols a branch, and gives it a copy of this county's log as joining does. */
    StickNode enrol(int branch, Path at) {
        NoteSigner signer = new NoteSigner(origin(branch), key(branch));
        post(new BranchEnrolled(
                branch,
                "branch-" + branch,
                "社区" + branch,
                origin(branch),
                signer.vkey().toString()));
        copyTo(at);
        NodeFolder node =
                new NodeFolder(at, branch, signer.vkey(), ledger.node().log());
        Ledger joined = Ledger.join(node, key(branch), clock.instant().getEpochSecond(), clock);
        StickNode made = new StickNode(branch, at, clock, joined);
        made.post(new CosignerNamed(made.cosigner().vkey().toString()));
        return made;
    }

    private void copyTo(Path at) {
        SignedCheckpoint newest = ledger.checkpoint();
        List<byte[]> entries = new ArrayList<>();
        ledger.log().scan(0, newest.size(), (index, entry) -> entries.add(entry));
        try (Mirrors copies = Mirrors.in(Disk.real(), at)) {
            Mirror copy = copies.of(ledger.node().log());
            copy.accept(0, List.of(), newest);
            copy.receive(0, entries, ledger.log().subtreeProof(0, entries.size(), newest.size()));
            copy.settle();
        }
    }

    Cosigner cosigner() {
        return new Cosigner(origin(), cosignerKey(number), clock);
    }

    String origin() {
        return number == 0 ? COUNTY : origin(number);
    }

    BundleWriter writer() {
        return new BundleWriter(ledger, desk, cosigner(), clock);
    }

    WriteReport write(Path stick, int reader) {
        try {
            return writer().write(Files.createDirectories(stick), reader, false, BundleProgress.UNSEEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BundleReader reader() {
        return new BundleReader(ledger, desk, new NoteSigner(origin(), key(number)), clock);
    }

    ReadReport read(Path stick) {
        return reader().read(stick, false, BundleProgress.UNSEEN);
    }

    /** What came of each log in the one bundle that is read, in order; a problem is thrown. */
    List<LogReport.Fate> fates(Path stick, boolean alsoOthers) {
        BundleReport report = reader().read(stick, alsoOthers, BundleProgress.UNSEEN)
                .bundles()
                .get(0);
        report.problem().ifPresent(problem -> {
            throw problem;
        });
        return report.logs().stream().map(LogReport::fate).toList();
    }

    void post(Event event) {
        ledger.post(Draft.once(Actor.NODE, event)).idOrThrow();
    }

    /** So many entries more. */
    void work(int entries) {
        long from = ledger.log().size();
        List<Draft> drafts = IntStream.range(0, entries)
                .mapToObj(i -> Draft.once(
                        Actor.NODE, new StaffAppointed("clerk-" + (from + i), "职员", List.of(Role.CLERK), null)))
                .toList();
        Ledger.idsOrThrow(ledger.postAll(drafts));
    }

    long size() {
        return ledger.log().size();
    }

    /** Entries of another node's log that are here, durable. */
    long copied(StickNode other) {
        return copy(other).map(Mirror::size).orElse(0L);
    }

    Optional<Mirror> copy(StickNode other) {
        return ledger.mirrors().find(other.origin());
    }

    /** Entries of a branch that are posted here. */
    long posted(StickNode other) {
        return ledger.standings().stream()
                .filter(standing -> standing.branch() == other.number)
                .findFirst()
                .orElseThrow()
                .posted();
    }

    StickNode restart() {
        ledger.close();
        restartClosed();
        return this;
    }

    /** Opens it again after it was closed. */
    void restartClosed() {
        open(Ledger.open(NodeFolder.open(folder), key(number), clock, Progress.UNSEEN));
    }

    /** A node over a ledger that is open; whoever opened it closes it. */
    static StickNode over(int number, Path folder, Clock clock, Ledger ledger) {
        return new StickNode(number, folder, clock, ledger);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
