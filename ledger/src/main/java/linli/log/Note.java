package linli.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A signed note (signed-note v1): a text and the signature lines below it.
 *
 * <p>A note that was only parsed says nothing: do not act on its text before {@link #verify}.
 *
 * @param text what is signed, with its final newline; it may hold blank lines
 * @param signatures in their order in the note
 */
public record Note(String text, List<NoteSignature> signatures) {
    private static final String BLANK_LINE = "\n\n";

    public Note {
        if (!text.endsWith("\n") || text.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw LogException.malformed("a note's text ends in a newline and has no control characters");
        }
        if (signatures.isEmpty() || signatures.size() > Limits.NOTE_SIGNATURES) {
            throw LogException.malformed("a note has 1 to " + Limits.NOTE_SIGNATURES + " signature lines");
        }
        signatures = List.copyOf(signatures);
    }

    /** The note in these bytes; anything not written to the letter is a {@link LogException} MALFORMED. */
    public static Note ofBytes(byte[] bytes) {
        return ofBytes(bytes, Limits.NOTE_BYTES);
    }

    /** The same of what may be longer than a checkpoint: a report, for one. */
    public static Note ofBytes(byte[] bytes, int mostBytes) {
        if (bytes.length > mostBytes) {
            throw LogException.malformed("a note has at most " + mostBytes + " bytes");
        }
        String note = StrictText.utf8(bytes);
        // The text may itself hold blank lines; only the last one separates it from the signatures.
        int blankLine = note.lastIndexOf(BLANK_LINE);
        int signatures = blankLine + BLANK_LINE.length();
        if (blankLine < 0 || signatures == note.length() || !note.endsWith("\n")) {
            throw LogException.malformed("a note is a text, a blank line and signature lines");
        }
        String[] lines = note.substring(signatures, note.length() - 1).split("\n", -1);
        return new Note(
                note.substring(0, blankLine + 1),
                Arrays.stream(lines).map(NoteSignature::ofLine).toList());
    }

    /**
     * The signatures of these keys, every one of them verified; lines of other keys are passed over.
     *
     * @throws LogException BAD_SIGNATURE when a line of a known key does not verify, or no known key has signed
     */
    public List<NoteSignature> verify(Vkey... known) {
        byte[] signed = textBytes();
        List<NoteSignature> verified = new ArrayList<>();
        for (NoteSignature line : signatures) {
            for (Vkey key : known) {
                if (key.claimedBy(line)) {
                    if (!key.verifies(signed, line.payload())) {
                        throw badSignature("the signature of " + line.name() + " does not verify");
                    }
                    verified.add(line);
                }
            }
        }
        if (verified.isEmpty()) {
            throw badSignature("no known key has signed this note");
        }
        return verified;
    }

    /** This note with one more signature line. */
    public Note with(NoteSignature line) {
        List<NoteSignature> lines = new ArrayList<>(signatures);
        lines.add(line);
        return new Note(text, lines);
    }

    /** This note without the lines of this key; some other must be left. */
    Note without(Vkey key) {
        List<NoteSignature> others =
                signatures.stream().filter(line -> !key.claimedBy(line)).toList();
        return new Note(text, others);
    }

    public byte[] textBytes() {
        return StrictText.utf8(text);
    }

    public byte[] toBytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.toLine()).append('\n'));
        return StrictText.utf8(note.toString());
    }

    private static LogException badSignature(String message) {
        return new LogException(LogException.Code.BAD_SIGNATURE, message);
    }
}
