package linli.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Every checkpoint of a log, as plain text for people: each signed note, then a blank line.
 *
 * <p>A checkpoint's text has no blank line, so the newest note is what stands between the last blank line but two and
 * the last one.
 */
final class CheckpointFile {
    private static final String BLANK_LINE = "\n\n";

    /** One whole note, and one that was being written when the power failed. */
    private static final int TAIL_BYTES = 2 * (Limits.NOTE_BYTES + BLANK_LINE.length());

    /** The start of a signature line, its bytes seen as Latin-1. */
    private static final String SIGNATURE =
            new String(StrictText.utf8(NoteSignature.LINE_START), StandardCharsets.ISO_8859_1);

    /** A whole note in the file, and where the next one goes. */
    record Found(Note note, long end) {}

    private final DurableFile file;

    CheckpointFile(DurableFile file) {
        this.file = file;
    }

    /** Appends and forces one note; see {@link DurableFile#append}. */
    void append(Note note) {
        file.append(StrictText.utf8(StrictText.utf8(note.toBytes()) + "\n"));
    }

    /** Cuts off a note that was not written to its end. */
    void settleAt(long end) {
        file.settleAt(end);
    }

    /** The newest note that was written to its end, not yet verified; only the end of the file is read. */
    Optional<Found> newest() {
        long start = Math.max(0, file.length() - TAIL_BYTES);
        byte[] bytes = new byte[(int) (file.length() - start)];
        int count = file.read(bytes, start);
        // Latin-1 keeps positions: one character, one byte.
        String tail = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        for (int end = tail.lastIndexOf(BLANK_LINE); end > 0; end = tail.lastIndexOf(BLANK_LINE, end - 1)) {
            int signatures = tail.lastIndexOf(BLANK_LINE, end - 1);
            if (signatures > 0 && tail.startsWith(SIGNATURE, signatures + 2)) {
                int before = tail.lastIndexOf(BLANK_LINE, signatures - 1);
                String note = tail.substring(before < 0 ? 0 : before + 2, end + 1);
                if (isWritten(note)) {
                    byte[] noteBytes = note.getBytes(StandardCharsets.ISO_8859_1);
                    return Optional.of(new Found(Note.ofBytes(noteBytes), start + end + BLANK_LINE.length()));
                }
            }
        }
        return Optional.empty();
    }

    /** A page the disk never wrote reads as zeros: such a note was not forced, so nobody has seen it. */
    private static boolean isWritten(String note) {
        return note.indexOf('\0') < 0;
    }
}
