package linli.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.log.Disk;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.Progress;
import linli.log.Vkey;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.peer.Pull;
import linli.peer.PullOutcome;
import linli.wire.HeldLog;
import linli.wire.LogList;

/** Fetches what a node needs before its own log can begin: the county's log, and what it wrote itself under earlier keys. */
final class CountyCopy {
    private final Path folder;
    private final Peer county;
    private final Progress progress;

    CountyCopy(Path folder, Peer county, Progress progress) {
        this.folder = folder;
        this.county = county;
        this.progress = progress;
    }

    /**
     * Fetches them, or what is missing of them.
     *
     * @param key of the county's log
     * @param number of this node
     * @param own origin of the log that it begins now
     * @return when the county last wrote, by its own clock: the time of its newest entry
     * @throws SyncException UNREACHABLE, MISBEHAVED
     */
    long fetch(Vkey key, int number, String own) {
        try (Mirrors mirrors = Mirrors.in(Disk.real(), folder)) {
            LogList held = county.logs("").orElseThrow(() -> missing(key));
            LogView log = fetch(offered(held, key).orElseThrow(() -> missing(key)), mirrors, key);
            for (Vkey earlier : keysOf(number, log)) {
                if (!earlier.name().equals(own)) {
                    adoptIfOwn(earlier);
                    Optional<HeldLog> offered = offered(held, earlier);
                    if (offered.isPresent()) {
                        fetch(offered.get(), mirrors, earlier);
                    }
                }
            }
            return EntryCodec.decode(log.entry(log.size() - 1)).atSeconds();
        } catch (PeerException e) {
            throw new SyncException(
                    SyncException.Code.UNREACHABLE, e.getMessage() + "; run the same command again to go on", e);
        }
    }

    /** What was written here under an earlier key is a copy from now on, to which the rest may come. */
    private void adoptIfOwn(Vkey earlier) {
        if (NodeFolder.isNode(folder)) {
            NodeFolder before = NodeFolder.open(folder);
            if (before.log().equals(earlier)) {
                Mirror.adopt(Disk.real(), before.logFolder());
            }
        }
    }

    private static Optional<HeldLog> offered(LogList held, Vkey key) {
        return held.logs().stream()
                .filter(log -> log.origin().equals(key.name()))
                .findFirst();
    }

    private Mirror fetch(HeldLog offered, Mirrors mirrors, Vkey key) throws PeerException {
        Mirror mirror = mirrors.of(key);
        PullOutcome outcome = new Pull(county, progress).fetch(mirror, key, offered);
        if (outcome instanceof PullOutcome.Forked || mirror.complete().isEmpty()) {
            throw new SyncException(
                    SyncException.Code.MISBEHAVED,
                    "the log " + key.name() + " cannot be believed: its key signed two that contradict each other; see"
                            + " “linli fork show”, and tell the county",
                    null);
        }
        return mirror;
    }

    private SyncException missing(Vkey key) {
        return new SyncException(
                SyncException.Code.MISBEHAVED,
                county.name() + " does not have the log " + key.name()
                        + "; is it the county? Tell those who run it, and run the same command again later",
                null);
    }

    /** The keys of every log that a branch has had, the newest last. */
    private static List<Vkey> keysOf(int number, LogView county) {
        List<Vkey> keys = new ArrayList<>();
        for (long index = 0; index < county.size(); index++) {
            Entry entry = EntryCodec.decode(county.entry(index));
            if (entry.event() instanceof BranchEnrolled enrolled && enrolled.number() == number) {
                keys.add(Vkey.ofText(enrolled.vkey()));
            } else if (entry.event() instanceof BranchKeyRotated rotated && rotated.number() == number) {
                keys.add(Vkey.ofText(rotated.vkey()));
            }
        }
        return keys;
    }
}
