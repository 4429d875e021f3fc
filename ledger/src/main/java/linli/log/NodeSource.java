package linli.log;

/** Where the nodes of a Merkle tree are found. */
interface NodeSource {
    /** The root of the complete subtree over leaves [index·2^level, (index+1)·2^level). */
    Hash node(int level, long index);

    /** The root over all nodes of a row whose length is a power of two, as hash tiles hold them. */
    static Hash rootOf(byte[] row, int from, int count) {
        Frontier subtree = new Frontier();
        for (int at = 0; at < count; at++) {
            subtree.add(Hash.at(row, from + at * Hash.SIZE_BYTES));
        }
        return subtree.root();
    }
}
