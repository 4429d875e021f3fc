package linli.sim;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.ArrayDeque;
import java.util.Deque;

/** What happened, step by step: a digest of all of it, and the last of it in words. */
final class Trace {
    private static final int LINES_KEPT = Integer.getInteger("linli.sim.trace", 60);

    private final Hasher hasher = Hashing.sha256().newHasher();
    private final Deque<String> last = new ArrayDeque<>();

    void note(String line) {
        hasher.putUnencodedChars(line).putChar('\n');
        last.add(line);
        if (last.size() > LINES_KEPT) {
            last.remove();
        }
    }

    String tail() {
        return String.join("\n", last);
    }

    /** To be asked once, at the end. */
    String digest() {
        return hasher.hash().toString();
    }
}
