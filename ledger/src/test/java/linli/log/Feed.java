package linli.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log of somebody who sends it to a mirror: entries, their tree and checkpoints of any size, all in memory. */
final class Feed {
    private final List<byte[]> entries;
    private final List<Map<Long, Hash>> levels = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree(this::node);

    Feed(List<byte[]> entries) {
        this.entries = List.copyOf(entries);
        Frontier frontier = new Frontier();
        entries.forEach(entry -> frontier.add(Hash.ofLeaf(entry), this::keep));
    }

    Hash node(int level, long index) {
        return levels.get(level).get(index);
    }

    private void keep(int level, Hash hash) {
        if (level == levels.size()) {
            levels.add(new TreeMap<>());
        }
        levels.get(level).put((long) levels.get(level).size(), hash);
    }

    /** The log of {@link Sample}. */
    static Feed honest(long size) {
        return new Feed(Sample.entries(0, size));
    }

    /** A log that is the same up to {@code same} and another from there on, as a cloned disk makes it. */
    static Feed forked(long same, long size) {
        List<byte[]> entries = new ArrayList<>(Sample.entries(0, same));
        entries.addAll(Sample.entries(1_000_000 + same, 1_000_000 + size));
        return new Feed(entries);
    }

    MerkleTree tree() {
        return tree;
    }

    Hash root(long size) {
        return tree.root(size);
    }

    List<byte[]> entries(long from, long to) {
        return entries.subList((int) from, (int) to);
    }

    SignedCheckpoint checkpoint(long size) {
        return sign(size, root(size));
    }

    static SignedCheckpoint sign(long size, Hash root) {
        Checkpoint checkpoint = new Checkpoint(Sample.ORIGIN, size, root);
        return SignedCheckpoint.of(Sample.SIGNER.sign(checkpoint.toText()), Sample.SIGNER.vkey());
    }

    List<Hash> consistency(long oldSize, long newSize) {
        return tree.consistency(oldSize, newSize);
    }

    /** Offers the checkpoint of {@code size}, with the proof from the head that the mirror has. */
    HeadAnswer offer(Mirror mirror, long size) {
        long old = mirror.head().map(SignedCheckpoint::size).orElse(0L);
        List<Hash> path = old <= size ? consistency(old, size) : List.of();
        return mirror.accept(old, path, checkpoint(size));
    }

    /** Sends the entries from the mirror's next one up to {@code to}, package by package; it must have a head. */
    void send(Mirror mirror, long to) {
        long head = mirror.head().orElseThrow().size();
        while (mirror.next() < to) {
            long first = mirror.next();
            sendPackage(mirror, first, Math.min(to, runOf(first) + 256), head);
        }
    }

    void sendPackage(Mirror mirror, long first, long end, long head) {
        mirror.receive(first, entries(first, end), tree.subtree(runOf(first), end, head));
    }

    static long runOf(long index) {
        return index / 256 * 256;
    }
}
