package linli.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Two checkpoints signed by one key that no one log can have: the log was forked, and whoever reads this can check it.
 *
 * <p>The tree of the larger checkpoint begins, by {@code path}, with a tree of the smaller one's size that has another root
 * than the smaller one signs. Where both are of one size, that other root is the larger one's and the path is empty.
 *
 * <p>A proof that was only parsed says nothing before {@link #verify}.
 *
 * @param otherRoot the root at the smaller size in the larger tree
 * @param path the consistency proof from that root to the larger checkpoint
 */
public record ForkProof(Note small, Note large, Hash otherRoot, List<Hash> path) {
    private static final String HEADER = "linli-fork/v1";
    private static final String BLANK_LINE = "\n\n";

    /** The longest text of a fork proof: two notes and a path. */
    static final int TEXT_BYTES = 2 * Limits.NOTE_BYTES + 4096;

    /** Header, then text and signatures of each note. */
    private static final int PARTS = 5;

    public ForkProof {
        if (path.size() > Limits.PROOF_HASHES) {
            throw LogException.malformed("a proof has at most " + Limits.PROOF_HASHES + " hashes");
        }
        path = List.copyOf(path);
    }

    /** Two checkpoints of one size with different roots; if they are not, {@link #verify} says so. */
    public static ForkProof ofSameSize(SignedCheckpoint one, SignedCheckpoint other) {
        return new ForkProof(one.note(), other.note(), other.root(), List.of());
    }

    /**
     * A checkpoint, and a larger one whose tree began with another.
     *
     * @param otherRoot the root of the first {@code small.size()} entries of the larger tree
     * @param path the consistency proof from there to the larger checkpoint
     */
    public static ForkProof ofPrefix(SignedCheckpoint small, SignedCheckpoint large, Hash otherRoot, List<Hash> path) {
        return new ForkProof(small.note(), large.note(), otherRoot, path);
    }

    /** The proof kept with a log, while there is one; of a log that is only read nothing is known. */
    public static Optional<ForkProof> keptWith(LogView log) {
        return log instanceof WrittenLog written ? written.fork() : Optional.empty();
    }

    /** The proof in this text; anything not to the letter is a {@link LogException} MALFORMED. */
    public static ForkProof ofText(String text) {
        String[] parts = text.split(BLANK_LINE, PARTS);
        if (parts.length < PARTS || StrictText.utf8(text).length > TEXT_BYTES) {
            throw LogException.malformed("a fork proof is a root, a path and two checkpoints");
        }
        List<String> lines = Arrays.asList(parts[0].split("\n", -1));
        if (lines.size() < 2 || !lines.get(0).equals(HEADER)) {
            throw LogException.malformed("a fork proof begins with " + HEADER + " and a root");
        }
        List<Hash> hashes =
                lines.subList(1, lines.size()).stream().map(Hash::ofBase64).toList();
        return new ForkProof(
                note(parts[1], parts[2] + "\n"),
                note(parts[3], parts[4]),
                hashes.get(0),
                hashes.subList(1, hashes.size()));
    }

    private static Note note(String text, String signatures) {
        return Note.ofBytes(StrictText.utf8(text + BLANK_LINE + signatures));
    }

    /** The proof as a text file; see {@code docs/format.md}. */
    public String toText() {
        List<String> lines = new ArrayList<>(List.of(HEADER, otherRoot.toBase64()));
        path.forEach(hash -> lines.add(hash.toBase64()));
        return String.join("\n", lines)
                + BLANK_LINE
                + StrictText.utf8(small.toBytes())
                + "\n"
                + StrictText.utf8(large.toBytes());
    }

    /**
     * Checks that the log's key signed both checkpoints and that they contradict each other.
     *
     * @throws LogException MALFORMED, BAD_SIGNATURE, WRONG_ORIGIN, or BAD_PROOF when the two may be of one log
     */
    public void verify(Vkey log) {
        SignedCheckpoint first = SignedCheckpoint.of(small, log);
        SignedCheckpoint second = SignedCheckpoint.of(large, log);
        boolean contradicts = !otherRoot.equals(first.root())
                && MerkleProofs.consistency(first.size(), otherRoot, second.size(), second.root(), path);
        if (!contradicts) {
            throw new LogException(
                    LogException.Code.BAD_PROOF, "nothing shows that these two checkpoints contradict each other");
        }
    }
}
