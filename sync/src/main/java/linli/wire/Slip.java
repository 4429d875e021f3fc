package linli.wire;

import java.util.List;
import java.util.Optional;
import linli.log.Checkpoint;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.MerkleProofs;
import linli.log.Note;
import linli.log.NoteSignature;
import linli.log.SignedCheckpoint;
import linli.log.StrictText;
import linli.log.Vkey;

/**
 * A transfer slip: an entry with everything that proves it to somebody who has only the log's key. It is a tlog-proof whose
 * {@code extra} is the entry, small enough for one QR code, and can be read with both nodes offline.
 *
 * <p>A slip that was only read says nothing before {@link #verify}. It may be shown any number of times; that a transfer
 * counts once is for the ledger to see to.
 */
public record Slip(InclusionProof proof) {
    public Slip {
        WireException.reading("slip", () -> Checkpoint.ofText(proof.checkpoint().text()));
        EntryLength.checked(entry(proof).length);
        if (proof.toBytes().length > WireLimits.SLIP_BYTES) {
            throw WireException.tooLarge("the slip, in bytes,", WireLimits.SLIP_BYTES);
        }
    }

    /**
     * The slip of an entry. Of the checkpoint's signatures it takes the log's own, as the others would not fit.
     *
     * @param path the inclusion proof of the entry in the checkpoint's tree; one that does not prove it is an
     *     {@link IllegalArgumentException}
     * @throws WireException TOO_LARGE when the entry is too long for a QR code; a USB stick can carry it
     */
    public static Slip of(byte[] entry, long index, List<Hash> path, SignedCheckpoint checkpoint) {
        if (!MerkleProofs.inclusion(index, checkpoint.size(), Hash.ofLeaf(entry), path, checkpoint.root())) {
            throw new IllegalArgumentException("the path does not prove the entry");
        }
        List<NoteSignature> own = checkpoint.note().signatures().stream()
                .filter(line -> line.name().equals(checkpoint.origin()))
                .toList();
        Note note = new Note(checkpoint.note().text(), own);
        return new Slip(new InclusionProof(Optional.of(StrictText.base64(entry)), index, path, note));
    }

    /**
     * The slip of a text that was scanned or pasted. Blank space around the whole of it is passed over, and lines may end in
     * CR LF; everything else must be to the letter.
     *
     * @throws WireException MALFORMED or TOO_LARGE
     */
    public static Slip ofText(String text) {
        if (text.length() > WireLimits.PASTED_SLIP_CHARS) {
            throw WireException.tooLarge("the text of a slip, in characters,", WireLimits.PASTED_SLIP_CHARS);
        }
        String slip = text.replace("\r\n", "\n").strip() + "\n";
        return WireException.reading("slip", () -> new Slip(InclusionProof.ofBytes(StrictText.utf8(slip))));
    }

    public String toText() {
        return StrictText.utf8(proof.toBytes());
    }

    /** The log that the slip says it is of: for finding the key, nothing more. */
    public String claimedOrigin() {
        return Checkpoint.ofText(proof.checkpoint().text()).origin();
    }

    /** The place of the entry in its log. */
    public long index() {
        return proof.index();
    }

    /** The entry's bytes, as they stand in the log if the slip verifies. */
    public byte[] entry() {
        return entry(proof);
    }

    /**
     * Checks the log's signature of the checkpoint, then that the entry is in the log at its index.
     *
     * @return the checkpoint it is proven against
     * @throws linli.log.LogException BAD_SIGNATURE, WRONG_ORIGIN or BAD_PROOF
     */
    public SignedCheckpoint verify(Vkey log) {
        return proof.verify(Hash.ofLeaf(entry()), log);
    }

    private static byte[] entry(InclusionProof proof) {
        return StrictText.base64(
                proof.extra().orElseThrow(() -> WireException.malformed("a slip carries its entry as extra")));
    }
}
