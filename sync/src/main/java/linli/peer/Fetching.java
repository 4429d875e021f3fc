package linli.peer;

import java.util.List;
import java.util.Optional;
import linli.log.ForkProof;
import linli.log.Hash;
import linli.log.HeadAnswer;
import linli.log.LogException;
import linli.log.Mirror;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.Tile;
import linli.log.TileTree;

/**
 * One log on its way here. What the peer withholds comes through as {@link PeerTiles.Lost}, what is not proven or cannot be
 * stored as {@link LogException}.
 */
final class Fetching {
    /** What a crash costs at most: so many bundles are fetched again. What is settled can be posted while the rest comes. */
    private static final int BUNDLES_BETWEEN_SETTLING = 32;

    private final Mirror mirror;
    private final SignedCheckpoint signed;
    private final long size;
    private final Progress progress;
    private final Meter meter = new Meter();
    private final OfferedLog offered;

    Fetching(Peer peer, Progress progress, Mirror mirror, SignedCheckpoint signed) {
        this.mirror = mirror;
        this.signed = signed;
        this.size = signed.size();
        this.progress = progress;
        this.offered = new OfferedLog(mirror, new PeerTiles(peer, signed.origin(), meter), size);
    }

    PullOutcome run() {
        // What is shorter than the head may be all that anybody has; it is proven from what is complete.
        Optional<SignedCheckpoint> before = size < sizeOf(mirror.head()) ? mirror.complete() : mirror.head();
        TileTree tree = offered.tree();
        HeadAnswer answer = accept(before, tree);
        if (answer instanceof HeadAnswer.BadProof) {
            // Somebody's hashes are wrong. The peer's alone show whether it is these, ours, or a fork.
            tree = offered.peersTree();
            answer = accept(before, tree);
        }
        return outcome(answer, before, tree);
    }

    private HeadAnswer accept(Optional<SignedCheckpoint> before, TileTree tree) {
        long old = sizeOf(before);
        List<Hash> path = old < size ? tree.consistencyProof(old, size) : List.of();
        return mirror.accept(old, path, signed);
    }

    private PullOutcome outcome(HeadAnswer answer, Optional<SignedCheckpoint> before, TileTree tree) {
        if (answer instanceof HeadAnswer.Accepted) {
            return entries(tree);
        }
        if (answer instanceof HeadAnswer.Fork fork) {
            return new PullOutcome.Forked(fork.proof(), meter.read());
        }
        if (answer instanceof HeadAnswer.Frozen frozen) {
            return new PullOutcome.Forked(frozen.proof(), meter.read());
        }
        if (answer instanceof HeadAnswer.OldTooLarge) {
            return new PullOutcome.OursIsLonger(sizeOf(before), meter.read());
        }
        return answer instanceof HeadAnswer.Conflict
                ? new PullOutcome.Overtaken(meter.read())
                : new PullOutcome.Forked(contradiction(before.orElseThrow(), tree), meter.read());
    }

    private static long sizeOf(Optional<SignedCheckpoint> head) {
        return head.map(SignedCheckpoint::size).orElse(0L);
    }

    /**
     * The proof of a fork that a consistency proof alone does not show: one from a size that is a power of two begins above the
     * older root and does not name it.
     */
    private ForkProof contradiction(SignedCheckpoint ours, TileTree peers) {
        Hash other = peers.root(ours.size());
        ForkProof proof = ForkProof.ofPrefix(ours, signed, other, peers.consistencyProof(ours.size(), size));
        mirror.freeze(proof);
        return proof;
    }

    private PullOutcome entries(TileTree tree) {
        try (BundlesAhead bundles = new BundlesAhead(offered, mirror.next(), size)) {
            receive(bundles, tree);
        } catch (LogException e) {
            return interrupted(e);
        }
        return new PullOutcome.Complete(signed, meter.read());
    }

    /** Whatever ends it, what was proven stays. */
    private void receive(BundlesAhead bundles, TileTree tree) {
        try {
            long start = mirror.next() - mirror.next() % Tile.FULL_WIDTH;
            for (int count = 1; start < size && mirror.next() < size; count++) {
                List<byte[]> entries = bundles.next();
                long end = start + entries.size();
                mirror.receive(start, entries, tree.subtreeProof(start, end, size));
                meter.entries(entries.size());
                start = end;
                if (count % BUNDLES_BETWEEN_SETTLING == 0) {
                    mirror.settle();
                }
                progress.reached(end, size);
            }
        } finally {
            mirror.settle();
        }
    }

    /**
     * A shorter checkpoint that was completed under a longer head may contradict that head; the peer's hashes prove it then. They
     * are believed only if they lead to what the log's key has signed.
     */
    private Optional<ForkProof> hiddenFork() {
        Optional<SignedCheckpoint> complete = mirror.complete().filter(signed -> signed.size() < size);
        if (complete.isEmpty()) {
            return Optional.empty();
        }
        TileTree tree = offered.peersTree();
        return tree.root(complete.get().size()).equals(complete.get().root())
                ? Optional.empty()
                : Optional.of(contradiction(complete.get(), tree));
    }

    private PullOutcome interrupted(LogException e) {
        boolean unproven = e.code() == LogException.Code.BAD_PROOF || e.code() == LogException.Code.DAMAGED;
        Optional<ForkProof> fork = mirror.fork().or(() -> unproven ? hiddenFork() : Optional.empty());
        if (fork.isPresent()) {
            return new PullOutcome.Forked(fork.get(), meter.read());
        }
        boolean overtaken = !mirror.isAccepted(size) || e.code() == LogException.Code.OUT_OF_ORDER;
        if (!overtaken) {
            throw e;
        }
        return new PullOutcome.Overtaken(meter.read());
    }
}
