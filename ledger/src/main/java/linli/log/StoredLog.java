package linli.log;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reading a log from its files, whoever writes them. */
abstract sealed class StoredLog implements LogView, AutoCloseable permits WrittenLog, LogReader {
    /** Most entries fit, with their length, into the first read. */
    private static final int FIRST_READ_BYTES = 1024;

    final LogFiles files;
    private final String origin;
    private final MerkleTree tree;

    StoredLog(String origin, LogFiles files) {
        this.origin = origin;
        this.files = files;
        this.tree = new MerkleTree(files.tree);
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public byte[] entry(long index) {
        Objects.checkIndex(index, size());
        long start = files.tree.start(index);
        byte[] bytes = new byte[FIRST_READ_BYTES];
        int count = files.entries.read(bytes, start);
        int end = frameLength(index, bytes, count);
        if (end > count) {
            bytes = new byte[end];
            count = files.entries.read(bytes, start);
        }
        if (end > count) {
            throw damagedEntry(index);
        }
        return Arrays.copyOfRange(bytes, EntryFrame.PREFIX_BYTES, end);
    }

    @Override
    public void scan(long from, long to, EntryVisitor visitor) {
        Objects.checkFromToIndex(from, to, size());
        if (from == to) {
            return;
        }
        EntryScanner scanner = new EntryScanner(files.entries, files.tree.start(from), end(to - 1));
        for (long index = from; index < to; index++) {
            if (!scanner.next()) {
                throw damagedEntry(index);
            }
            visitor.visit(index, scanner.entry());
        }
    }

    @Override
    public Hash root(long size) {
        requireSize(size);
        return tree.root(size);
    }

    @Override
    public List<Hash> inclusionProof(long index, long size) {
        requireSize(size);
        Objects.checkIndex(index, size);
        return tree.inclusion(index, size);
    }

    @Override
    public List<Hash> consistencyProof(long oldSize, long newSize) {
        requireSize(newSize);
        Objects.checkFromToIndex(oldSize, newSize, newSize);
        return tree.consistency(oldSize, newSize);
    }

    @Override
    public List<Hash> subtreeProof(long start, long end, long size) {
        requireSize(size);
        Objects.checkFromToIndex(start, end, size);
        MerkleTree.requireSubtree(start, end);
        return tree.subtree(start, end, size);
    }

    @Override
    public byte[] tile(Tile tile) {
        requireTile(tile, !tile.isEntries());
        return files.tree.tile(tile);
    }

    @Override
    public byte[] bundle(Tile tile) {
        requireTile(tile, tile.isEntries());
        long start = files.tree.start(tile.first());
        byte[] bytes = new byte[Math.toIntExact(end(tile.first() + tile.width() - 1) - start)];
        if (files.entries.read(bytes, start) < bytes.length) {
            throw damagedEntry(tile.first());
        }
        return bytes;
    }

    /** Where entry {@code index} ends in the file of entries. */
    private long end(long index) {
        long start = files.tree.start(index);
        byte[] prefix = new byte[EntryFrame.PREFIX_BYTES];
        return start + frameLength(index, prefix, files.entries.read(prefix, start));
    }

    private static int frameLength(long index, byte[] bytes, int count) {
        if (count < EntryFrame.PREFIX_BYTES || !EntryFrame.possible(EntryFrame.length(bytes, 0))) {
            throw damagedEntry(index);
        }
        return EntryFrame.PREFIX_BYTES + EntryFrame.length(bytes, 0);
    }

    private void requireSize(long size) {
        Objects.checkFromToIndex(0, size, size());
    }

    private void requireTile(Tile tile, boolean rightKind) {
        if (!rightKind || !tile.existsAt(size())) {
            throw new IndexOutOfBoundsException("the log does not have " + tile.path() + " yet");
        }
    }

    private static LogException damagedEntry(long index) {
        return LogException.damaged("entry " + index + " cannot be read");
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw LogException.disk("close the log", e);
        }
    }
}
