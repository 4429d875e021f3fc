package linli.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import linli.log.Hash;
import linli.log.LogView;
import linli.log.SignedCheckpoint;

/** The roots of a node's logs, reckoned from nothing but their entries (RFC 6962 §2.1), beside what the node says they are. */
final class Roots {
    /** Whole subtrees from the left, the largest first; one for each bit of the size. */
    private static final class Reckoning {
        private final Deque<Hash> subtrees = new ArrayDeque<>();
        private long size;

        void add(byte[] entry) {
            Hash node = Hash.ofLeaf(entry);
            for (long bits = size; (bits & 1) == 1; bits >>= 1) {
                node = Hash.ofNode(subtrees.removeLast(), node);
            }
            subtrees.addLast(node);
            size++;
        }

        Hash root() {
            Iterator<Hash> fromRight = subtrees.descendingIterator();
            Hash root = fromRight.hasNext() ? fromRight.next() : Hash.EMPTY_TREE;
            while (fromRight.hasNext()) {
                root = Hash.ofNode(fromRight.next(), root);
            }
            return root;
        }
    }

    private final Map<String, Reckoning> reckonings = new HashMap<>();

    /** Everything is reckoned anew. */
    void forget() {
        reckonings.clear();
    }

    void check(SimNode node, LogView log, SignedCheckpoint newest) {
        Reckoning reckoning = reckonings.computeIfAbsent(log.origin(), origin -> new Reckoning());
        if (reckoning.size < newest.size()) {
            log.scan(reckoning.size, newest.size(), (index, entry) -> reckoning.add(entry));
            Broken.unless(reckoning.root().equals(newest.root()), "%s: %s is not what was signed", node, log.origin());
            Broken.unless(log.root(newest.size()).equals(newest.root()), "%s: hashes of %s", node, log.origin());
        }
    }
}
