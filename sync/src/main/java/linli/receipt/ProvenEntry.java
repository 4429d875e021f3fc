package linli.receipt;

import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;

/** An entry as it stands in a log, and the proof of its place, each for a file of its own. */
public final class ProvenEntry {
    private final byte[] entry;
    private final Vkey key;
    private final SignedCheckpoint checkpoint;
    private final InclusionProof proof;

    ProvenEntry(byte[] entry, Vkey key, SignedCheckpoint checkpoint, InclusionProof proof) {
        this.entry = entry;
        this.key = key;
        this.checkpoint = checkpoint;
        this.proof = proof;
    }

    /** The entry, byte by byte as it was signed. */
    public byte[] entry() {
        return entry.clone();
    }

    /** The key of the log. */
    public Vkey key() {
        return key;
    }

    /** What the proof leads to. */
    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    /** The proof, to be carried alone. */
    public InclusionProof proof() {
        return proof;
    }

    /** The hash of the entry as a leaf of the log's tree. */
    public Hash leaf() {
        return Hash.ofLeaf(entry);
    }
}
