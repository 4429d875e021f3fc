package linli.wire;

import java.util.Arrays;
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
 * A slip: an entry with everything that proves it to somebody who has only the log's key. It is a tlog-proof whose {@code extra}
 * is the entry, small enough for one QR code, and can be read with both nodes offline. Points travel by it, and every receipt is
 * one.
 *
 * <p>A slip that was only read says nothing before {@link #verify}. It may be shown any number of times; that a transfer
 * counts once is for the ledger to see to.
 */
public record Slip(InclusionProof proof) {
    public Slip {
        WireException.reading("slip", () -> Checkpoint.ofText(proof.checkpoint().text()));
        EntryLength.checked(entry(proof).length);
        if (!fits(proof)) {
            throw WireException.tooLarge("the slip, in bytes,", WireLimits.SLIP_BYTES);
        }
    }

    /**
     * The slip of an entry. Of the checkpoint's signatures it takes the log's own, and those of these cosigners as far as there
     * is room.
     *
     * @param path the inclusion proof of the entry in the checkpoint's tree; one that does not prove it is an
     *     {@link IllegalArgumentException}
     * @throws WireException TOO_LARGE when the entry is too long for a QR code; a USB stick can carry it
     */
    public static Slip of(byte[] entry, long index, List<Hash> path, SignedCheckpoint checkpoint, Vkey... cosigners) {
        if (!MerkleProofs.inclusion(index, checkpoint.size(), Hash.ofLeaf(entry), path, checkpoint.root())) {
            throw new IllegalArgumentException("the path does not prove the entry");
        }
        List<NoteSignature> lines = checkpoint.note().signatures();
        List<NoteSignature> own = lines.stream()
                .filter(line -> line.name().equals(checkpoint.origin()))
                .toList();
        Note note = new Note(checkpoint.note().text(), own);
        Optional<String> extra = Optional.of(StrictText.base64(entry));
        for (NoteSignature line : lines) {
            Note more = note.with(line);
            boolean wanted = Arrays.stream(cosigners).anyMatch(cosigner -> cosigner.claimedBy(line));
            note = wanted && fits(new InclusionProof(extra, index, path, more)) ? more : note;
        }
        return new Slip(new InclusionProof(extra, index, path, note));
    }

    private static boolean fits(InclusionProof proof) {
        return proof.toBytes().length <= WireLimits.SLIP_BYTES;
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
        String slip = tidied(text);
        return WireException.reading("slip", () -> new Slip(InclusionProof.ofBytes(StrictText.utf8(slip))));
    }

    /** A text as it was before scanning or pasting put blank space around it and ended its lines in CR LF. */
    public static String tidied(String text) {
        return text.replace("\r\n", "\n").strip() + "\n";
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
