package linli.log;

/** Where the nodes of a Merkle tree are found. */
interface NodeSource {
    /** The root of the complete subtree over leaves [index·2^level, (index+1)·2^level). */
    Hash node(int level, long index);
}
