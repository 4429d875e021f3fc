package linli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.log.Checkpoint;
import linli.log.ForkProof;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.Note;
import linli.log.SignedCheckpoint;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.wire.HeldLog;

/**
 * Writes what another node may lack to a stick.
 *
 * <p>A writing that was broken off is taken up again: files that stand there already are not written again. The bundle before it
 * stays readable until the new one is finished.
 */
public final class BundleWriter {
    /** What a file takes on a stick at least; the usual size of a cluster. */
    private static final long CLUSTER_BYTES = 32 * 1024;

    private static final int COUNTY = 0;

    /** How much more a stick takes. */
    @FunctionalInterface
    interface Room {
        long bytes(Path stick) throws IOException;
    }

    private final Ledger ledger;
    private final Cosigner cosigner;
    private final InstantSource clock;
    private final Receipts receipts;
    private final Room room;

    public BundleWriter(Ledger ledger, MirrorDesk desk, Cosigner cosigner, InstantSource clock) {
        this(ledger, desk, cosigner, clock, stick -> Files.getFileStore(stick).getUsableSpace());
    }

    BundleWriter(Ledger ledger, MirrorDesk desk, Cosigner cosigner, InstantSource clock, Room room) {
        this.ledger = ledger;
        this.cosigner = cosigner;
        this.clock = clock;
        this.receipts = new Receipts(ledger, desk);
        this.room = room;
    }

    /**
     * Reads what receipts are on the stick, then writes all that the reader is not known to hold.
     *
     * @param stick a folder that is there
     * @param reader number of the node that is to read it
     * @param everything also what the reader has given a receipt for: for one that has lost something since
     * @throws BundleException UNKNOWN_NODE, NO_ROOM, STICK
     */
    public WriteReport write(Path stick, int reader, boolean everything, BundleProgress progress) {
        requireOther(reader);
        List<ReceiptReport> found = receipts.collect(stick);
        List<List<BundleMessage>> logs = logs(reader, everything ? Map.of() : receipts.heldBy(reader));
        List<BundleMessage> messages = logs.stream().flatMap(List::stream).toList();
        Steps steps = new Steps(progress, 2L * Math.max(1, messages.size()));
        BundleFolder bundle = BundleFolder.on(stick, ledger.node().branch(), reader);
        try {
            Files.createDirectories(bundle.path());
            Map<BundleFile, BundleMessage> files = measured(messages, steps);
            Set<BundleFile> missing = missing(bundle, files.keySet());
            requireRoom(stick, missing);
            write(bundle, files, missing, steps);
            long bytes = files.keySet().stream().mapToLong(BundleFile::bytes).sum();
            return new WriteReport(bundle.path(), logs.size(), files.size(), bytes, missing.size(), found);
        } catch (IOException e) {
            throw BundleException.stick(
                    bundle.path() + " cannot be written; write again to go on where it stopped (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    private void requireOther(int reader) {
        if (reader == ledger.node().branch() || ledger.books().branch(reader).isEmpty()) {
            throw new BundleException(
                    BundleException.Code.UNKNOWN_NODE,
                    "there is no other node " + reader + " in this county, as far as this node has heard");
        }
    }

    /** The county's log first, since all others rest on it; then this node's own. */
    private List<List<BundleMessage>> logs(int reader, Map<String, HeldLog> held) {
        ledger.shownCheckpoint();
        return ledger.books().volumes().stream()
                .sorted(Comparator.comparing(this::rank))
                .map(volume -> messages(volume, reader, Optional.ofNullable(held.get(volume.origin()))))
                .filter(messages -> !messages.isEmpty())
                .toList();
    }

    private int rank(Volume volume) {
        if (volume.branch() == COUNTY) {
            return 0;
        }
        return volume.branch() == ledger.node().branch() ? 1 : 2;
    }

    private List<BundleMessage> messages(Volume volume, int reader, Optional<HeldLog> held) {
        Optional<LogView> log = ledger.log(volume);
        Optional<SignedCheckpoint> newest = log.flatMap(BundleWriter::newest);
        if (newest.isEmpty() || newest.get().size() == 0) {
            return List.of();
        }
        long size = newest.get().size();
        if (isWrittenBy(reader, volume)) {
            // Nobody else writes a node's own log; but it must learn when others hold more of it than it does.
            return BundleMessage.ofLog(log.get(), newest.get().note(), size, size);
        }
        long known = held.map(theirs -> known(theirs, log.get(), size)).orElse(0L);
        if (known >= Math.min(size, volume.countingSize())) {
            return mustSeeFork(log.get(), held)
                    ? BundleMessage.ofLog(log.get(), newest.get().note(), size, size)
                    : List.of();
        }
        return BundleMessage.ofLog(log.get(), note(newest.get()), known, size);
    }

    /** How much of it the reader has: nothing, if what it has is not of this log; then it is shown all, to see the fork. */
    private static long known(HeldLog held, LogView log, long size) {
        long known = held.claimedSize();
        boolean same = known > size || log.root(known).equals(held.claimed().root());
        return same ? known : 0;
    }

    /** Whoever has more of a log than is here, and has not seen that it was forked, is shown what it may contradict. */
    private static boolean mustSeeFork(LogView log, Optional<HeldLog> held) {
        return ForkProof.keptWith(log).isPresent()
                && held.filter(HeldLog::frozen).isEmpty();
    }

    private boolean isWrittenBy(int reader, Volume volume) {
        return ledger.books()
                .branch(reader)
                .filter(branch -> branch.origin().equals(volume.origin()))
                .isPresent();
    }

    private static Optional<SignedCheckpoint> newest(LogView log) {
        return log instanceof Mirror copy ? copy.complete() : Optional.of(log.latestCheckpoint());
    }

    /** Under the county's own log stands when it was written to the stick: what a branch writes afterwards is younger. */
    private Note note(SignedCheckpoint newest) {
        boolean countyItself =
                ledger.node().isCounty() && newest.origin().equals(ledger.node().origin());
        return countyItself
                ? newest.with(cosigner.sign(Checkpoint.ofText(newest.note().text())))
                        .note()
                : newest.note();
    }

    private static Map<BundleFile, BundleMessage> measured(List<BundleMessage> messages, Steps steps) {
        Map<BundleFile, BundleMessage> files = new LinkedHashMap<>();
        for (BundleMessage message : messages) {
            files.put(message.measured(files.size() + 1), message);
            steps.step();
        }
        return files;
    }

    private static Set<BundleFile> missing(BundleFolder bundle, Set<BundleFile> files) throws IOException {
        Set<BundleFile> missing = new HashSet<>();
        for (BundleFile file : files) {
            Path path = bundle.file(file);
            boolean stands = Files.isRegularFile(path)
                    && Files.size(path) == file.bytes()
                    && StickFiles.sha256(path).equals(file.sha256());
            if (!stands) {
                missing.add(file);
            }
        }
        return missing;
    }

    private void requireRoom(Path stick, Set<BundleFile> missing) throws IOException {
        long needed = missing.stream().mapToLong(BundleWriter::onStick).sum() + CLUSTER_BYTES;
        long there = room.bytes(stick);
        if (needed > there) {
            throw new BundleException(
                    BundleException.Code.NO_ROOM,
                    String.format(
                            Locale.ROOT,
                            "the bundle needs %,d KB and the stick has room for %,d KB; make room or take a larger one",
                            needed / 1024,
                            there / 1024));
        }
    }

    private static long onStick(BundleFile file) {
        return (file.bytes() / CLUSTER_BYTES + 1) * CLUSTER_BYTES;
    }

    private void write(BundleFolder bundle, Map<BundleFile, BundleMessage> files, Set<BundleFile> missing, Steps steps)
            throws IOException {
        for (Map.Entry<BundleFile, BundleMessage> file : files.entrySet()) {
            if (missing.contains(file.getKey())) {
                StickFiles.write(bundle.file(file.getKey()), file.getValue().content());
            }
            steps.step();
        }
        StickFiles.force(bundle.path());
        Manifest manifest = new Manifest(
                bundle.from(),
                bundle.reader(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                new ArrayList<>(files.keySet()));
        StickFiles.write(bundle.manifestFile(), manifest.toJson());
        StickFiles.force(bundle.path());
        Set<String> wanted = new HashSet<>(Set.of(Manifest.NAME));
        files.keySet().forEach(file -> wanted.add(file.name()));
        StickFiles.deleteBut(bundle.path(), wanted::contains);
    }
}
