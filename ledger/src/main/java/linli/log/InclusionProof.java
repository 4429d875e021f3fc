package linli.log;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A proof that an entry is in a log, to be carried alone (tlog-proof): the entry's index, the path, and the checkpoint.
 *
 * <p>A proof that was only parsed says nothing before {@link #verify}.
 *
 * @param extra base64 of what the application added; nothing vouches for it
 * @param path the leaf's sibling first
 */
public record InclusionProof(Optional<String> extra, long index, List<Hash> path, Note checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public InclusionProof {
        extra.ifPresent(StrictText::base64);
        if (index < 0 || path.size() > Limits.PROOF_HASHES) {
            throw LogException.malformed("a proof has an index and at most " + Limits.PROOF_HASHES + " hashes");
        }
        path = List.copyOf(path);
    }

    public InclusionProof(long index, List<Hash> path, SignedCheckpoint checkpoint) {
        this(Optional.empty(), index, path, checkpoint.note());
    }

    /** The proof in these bytes; anything not to the letter is a {@link LogException} MALFORMED. */
    public static InclusionProof ofBytes(byte[] bytes) {
        if (bytes.length > 2 * Limits.NOTE_BYTES) {
            throw LogException.malformed("a proof has at most " + 2 * Limits.NOTE_BYTES + " bytes");
        }
        String proof = StrictText.utf8(bytes);
        int blankLine = proof.indexOf("\n\n");
        if (blankLine < 0) {
            throw LogException.malformed("a proof is its lines, a blank line and a checkpoint");
        }
        List<String> lines = Arrays.asList(proof.substring(0, blankLine).split("\n", -1));
        Note checkpoint = Note.ofBytes(StrictText.utf8(proof.substring(blankLine + 2)));
        if (lines.size() < 2 || !lines.get(0).equals(HEADER)) {
            throw LogException.malformed("a proof begins with " + HEADER);
        }
        Optional<String> extra = after(EXTRA, lines.get(1));
        int indexLine = extra.isPresent() ? 2 : 1;
        long index = Optional.of(lines)
                .filter(all -> all.size() > indexLine)
                .flatMap(all -> after(INDEX, all.get(indexLine)))
                .map(StrictText::decimal)
                .orElseThrow(() -> LogException.malformed("a proof names its index"));
        List<Hash> path = lines.subList(indexLine + 1, lines.size()).stream()
                .map(Hash::ofBase64)
                .toList();
        return new InclusionProof(extra, index, path, checkpoint);
    }

    /**
     * Checks the log's signature, then that the entry with this leaf hash is in the log.
     *
     * @return the checkpoint it is proven against, for the caller to ask after cosignatures
     * @throws LogException MALFORMED, BAD_SIGNATURE, WRONG_ORIGIN or BAD_PROOF
     */
    public SignedCheckpoint verify(Hash leaf, Vkey log) {
        SignedCheckpoint signed = SignedCheckpoint.of(checkpoint, log);
        if (!MerkleProofs.inclusion(index, signed.size(), leaf, path, signed.root())) {
            throw new LogException(
                    LogException.Code.BAD_PROOF, "the proof does not lead from the entry to the checkpoint's root");
        }
        return signed;
    }

    public byte[] toBytes() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(text -> proof.append(EXTRA).append(text).append('\n'));
        proof.append(INDEX).append(index).append('\n');
        path.forEach(hash -> proof.append(hash).append('\n'));
        return StrictText.utf8(
                proof.append('\n').append(StrictText.utf8(checkpoint.toBytes())).toString());
    }

    private static Optional<String> after(String word, String line) {
        return line.startsWith(word) ? Optional.of(line.substring(word.length())) : Optional.empty();
    }
}
