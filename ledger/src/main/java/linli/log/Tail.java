package linli.log;

import java.io.IOException;
import java.util.List;

/** The entries of a copy up to its end: those settled on the disk, and those received that wait to be. */
final class Tail {
    private final LogFiles files;
    private final WrittenLog copy;
    private Unsettled unsettled;

    private volatile long size;

    /** @param edge of what is on the disk */
    Tail(LogFiles files, WrittenLog copy, Frontier edge) throws IOException {
        this.files = files;
        this.copy = copy;
        this.unsettled = new Unsettled(files.tree, edge, files.entries.length());
        this.size = edge.size();
    }

    /** How many are durable. */
    long size() {
        return size;
    }

    /** Index of the entry that comes next. */
    long next() {
        return unsettled.next();
    }

    /** The right edge over all, those that wait among them. */
    Frontier edge() {
        return unsettled.edge();
    }

    /** Takes a package if it is proven against one of the checkpoints accepted; see {@link Mirror#receive}. */
    void take(long first, List<byte[]> entries, List<Hash> path, List<SignedCheckpoint> accepted) {
        unsettled.take(first, entries, path, accepted);
        if (unsettled.isFull()) {
            store();
        }
    }

    /**
     * Puts a package in the place of everything behind the first {@code kept} entries, if it is proven to follow them.
     *
     * @throws LogException as {@link #take}, and then everything is still there
     */
    void replace(long kept, long first, List<byte[]> entries, List<Hash> path, List<SignedCheckpoint> accepted) {
        unsettledFrom(kept).take(first, entries, path, accepted);
        cutTo(kept);
        take(first, entries, path, accepted);
    }

    /** Writes what waits, and forces where the entries are. */
    void store() {
        if (!unsettled.isEmpty()) {
            files.entries.append(unsettled.frames());
            copy.whole = false;
            files.tree.append(unsettled.growth());
            unsettled = new Unsettled(files.tree, unsettled.edge(), files.entries.length());
            copy.whole = true;
        }
        if (size < unsettled.first()) {
            forceOffsets();
            size = unsettled.first();
        }
    }

    private void forceOffsets() {
        try {
            files.tree.forceOffsets();
        } catch (IOException e) {
            throw LogException.disk("write where the entries are", e);
        }
    }

    /** Leaves so many entries. */
    void cutTo(long kept) {
        copy.whole = false;
        Unsettled left = unsettledFrom(kept);
        long end = endOf(kept);
        size = kept;
        try {
            files.tree.cutAt(kept);
        } catch (IOException e) {
            throw LogException.disk("cut the copy back", e);
        }
        files.entries.settleAt(end);
        unsettled = left;
        copy.whole = true;
    }

    private Unsettled unsettledFrom(long kept) {
        return new Unsettled(files.tree, Frontier.of(kept, files.tree), endOf(kept));
    }

    private long endOf(long kept) {
        return kept < size ? files.tree.start(kept) : files.entries.length();
    }
}
