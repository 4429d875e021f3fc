package linli.log;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Entries at the end of a copy that were received and proven, and wait in memory to be written, all of them at once.
 *
 * <p>Each is hashed once: the run's root that its proof needs comes from the tree that grows anyway.
 */
final class Unsettled {
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_ENTRIES = 1 << 16;

    private final NodeSource stored;
    private final long first;
    private final long start;
    private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
    private final TreeGrowth growth;

    /** Entries to come, behind this right edge of what is stored, and from {@code start} on in the file of entries. */
    Unsettled(NodeSource stored, Frontier edge, long start) {
        this.stored = stored;
        this.first = edge.size();
        this.start = start;
        this.growth = new TreeGrowth(edge);
    }

    /** Index of the first entry that waits. */
    long first() {
        return first;
    }

    /** Index of the entry that comes next. */
    long next() {
        return edge().size();
    }

    /** The right edge over all entries, those that wait among them. */
    Frontier edge() {
        return growth.frontier();
    }

    boolean isEmpty() {
        return next() == first;
    }

    boolean isFull() {
        return frames.size() > MOST_BYTES || next() - first > MOST_ENTRIES;
    }

    byte[] frames() {
        return frames.toByteArray();
    }

    TreeGrowth growth() {
        return growth;
    }

    /** Takes a package if it is proven against one of the checkpoints accepted; see {@link Mirror#receive}. */
    void take(long begin, List<byte[]> entries, List<Hash> path, List<SignedCheckpoint> accepted) {
        requirePackage(begin, entries);
        int known = (int) Math.min(next() - begin, entries.size());
        requireSame(begin, entries.subList(0, known));
        if (known < entries.size()) {
            List<byte[]> unknown = entries.subList(known, entries.size());
            TreeGrowth more = growth(unknown);
            requireProof(more, path, accepted);
            frames.writeBytes(EntryFrame.of(unknown));
            growth.append(more);
        }
    }

    private void requirePackage(long begin, List<byte[]> entries) {
        boolean ofOneRun = begin >= 0
                && !entries.isEmpty()
                && begin % Tile.FULL_WIDTH + entries.size() <= Tile.FULL_WIDTH
                && entries.stream().allMatch(entry -> EntryFrame.possible(entry.length));
        if (!ofOneRun) {
            throw LogException.malformed(
                    "a package is 1 to 256 entries of one run, each of 1 to " + Limits.ENTRY_BYTES + " bytes");
        }
        if (begin > next()) {
            throw new LogException(
                    LogException.Code.OUT_OF_ORDER, "entries are missing; send those from " + next() + " on");
        }
    }

    /** Entries that are here already must be the same. */
    private void requireSame(long begin, List<byte[]> entries) {
        byte[] waiting = growth.hashes(0);
        long index = begin;
        for (byte[] entry : entries) {
            Hash known =
                    index < first ? stored.node(0, index) : Hash.at(waiting, (int) (index - first) * Hash.SIZE_BYTES);
            if (!known.equals(Hash.ofLeaf(entry))) {
                throw notOfThisLog();
            }
            index++;
        }
    }

    /** What new entries would add to the tree. */
    private TreeGrowth growth(List<byte[]> entries) {
        TreeGrowth more = new TreeGrowth(edge());
        long at = start + frames.size();
        for (byte[] entry : entries) {
            more.add(at, Hash.ofLeaf(entry));
            at += EntryFrame.PREFIX_BYTES + entry.length;
        }
        return more;
    }

    private static void requireProof(TreeGrowth more, List<Hash> path, List<SignedCheckpoint> accepted) {
        long end = more.frontier().size();
        long run = (end - 1) / Tile.FULL_WIDTH * Tile.FULL_WIDTH;
        Hash root = more.rootOfRun();
        boolean proven = accepted.stream()
                .anyMatch(signed -> MerkleProofs.subtree(run, end, root, signed.size(), signed.root(), path));
        if (!proven) {
            throw notOfThisLog();
        }
    }

    private static LogException notOfThisLog() {
        return new LogException(
                LogException.Code.BAD_PROOF, "nothing proves that these entries are of this log; none was kept");
    }
}
