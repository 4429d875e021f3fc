package linli.log;

import java.util.List;

/**
 * Reading a log: its entries, its tree and the proofs over it.
 *
 * <p>Safe for any number of threads at once, which never wait for the writer. An index, size or tile beyond
 * {@link #size()} is an {@link IndexOutOfBoundsException}. Every method may throw a {@link LogException} DISK or DAMAGED.
 */
public interface LogView {
    String origin();

    /** How many entries are durable and readable. It only grows. */
    long size();

    byte[] entry(long index);

    /** Shows entries [from, to) in order, with large sequential reads: for replay and audit. */
    void scan(long from, long to, EntryVisitor visitor);

    /** The root over the first {@code size} entries, from stored hashes. */
    Hash root(long size);

    /** The path that proves entry {@code index} in the tree of {@code size}, the leaf's sibling first (RFC 6962 §2.1.1). */
    List<Hash> inclusionProof(long index, long size);

    /** The path that proves the tree of {@code oldSize} to be the beginning of that of {@code newSize} (RFC 6962 §2.1.2). */
    List<Hash> consistencyProof(long oldSize, long newSize);

    /**
     * The path that proves entries [start, end) to be those of the tree of {@code size}
     * (draft-ietf-plants-merkle-tree-certs §4.4).
     *
     * @throws IllegalArgumentException when the range is no {@linkplain MerkleProofs#isSubtree subtree}
     */
    List<Hash> subtreeProof(long start, long end, long size);

    /** The bytes of a hash tile (tlog-tiles). */
    byte[] tile(Tile tile);

    /** The bytes of an entry bundle (tlog-tiles): each entry after its length in two bytes. */
    byte[] bundle(Tile tile);

    /**
     * The newest checkpoint whose entries are all here; a log has one of size 0 from its creation on.
     *
     * @throws LogException NOTHING_YET for a copy that has not received the entries of any
     */
    SignedCheckpoint latestCheckpoint();
}
