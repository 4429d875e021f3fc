package linli.log;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a file of checkpoints, note by note, and goes on after damage: blank lines part texts from signatures, and a
 * text without signatures, or the other way round, is told by itself.
 */
final class CheckpointWalk {
    private static final int STEP_BYTES = 1 << 12;
    private static final String BLANK_LINE = "\n\n";
    private static final String SIGNATURE = latin1(NoteSignature.LINE_START);
    private static final String AFTER_ORIGIN = "\n(0|[1-9][0-9]{0,18})\n[A-Za-z0-9+/]{43}=\n\n" + "(" + SIGNATURE
            + "[^\\x00-\\x20+]+ [A-Za-z0-9+/]+={0,2}\n)+\n";
    /** What a page that the disk never wrote reads as. */
    private static final CharMatcher ZEROS = CharMatcher.is('\0');

    /** A piece of the file: a whole note, or something else, and where it begins. */
    record Piece(long offset, String text, Kind kind) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    enum Kind {
        NOTE,
        /** The beginning of a note at the end of the file. */
        UNFINISHED,
        DAMAGED
    }

    private record Block(long offset, String text, boolean whole) {
        boolean isSignatures() {
            return text.startsWith(SIGNATURE);
        }

        boolean mayBeSignatures() {
            return isSignatures() || (!whole && SIGNATURE.startsWith(ZEROS.trimTrailingFrom(text)));
        }
    }

    private final SnapshotFile file;
    /** A note as this log writes it, its bytes seen as Latin-1: tells the beginning of one from anything else. */
    private final Pattern written;

    private long position;
    private @Nullable Block ahead;

    CheckpointWalk(SnapshotFile file, String origin) {
        this.file = file;
        this.written = Pattern.compile(Pattern.quote(latin1(origin)) + AFTER_ORIGIN);
        this.ahead = readBlock();
    }

    /** The next piece; null at the end. */
    @Nullable
    Piece next() {
        Block first = ahead;
        if (first == null) {
            return null;
        }
        ahead = readBlock();
        if (first.isSignatures()) {
            return new Piece(first.offset(), first.text(), Kind.DAMAGED);
        }
        Block second = ahead;
        if (second == null || !second.mayBeSignatures()) {
            return new Piece(first.offset(), first.text(), second == null ? kindOfEnd(first.text()) : Kind.DAMAGED);
        }
        ahead = readBlock();
        String text = first.text() + second.text();
        if (second.whole()) {
            // The last newline is the file's, not the note's.
            return new Piece(first.offset(), text.substring(0, text.length() - 1), Kind.NOTE);
        }
        return new Piece(first.offset(), text, kindOfEnd(text));
    }

    private Kind kindOfEnd(String text) {
        Matcher matcher = written.matcher(ZEROS.trimTrailingFrom(text));
        return !matcher.matches() && matcher.hitEnd() ? Kind.UNFINISHED : Kind.DAMAGED;
    }

    private static String latin1(String text) {
        return new String(StrictText.utf8(text), StandardCharsets.ISO_8859_1);
    }

    /** What stands up to and including the next blank line, or at most as much as a note can have. */
    private @Nullable Block readBlock() {
        long start = position;
        StringBuilder block = new StringBuilder();
        while (position < file.length() && block.length() < Limits.NOTE_BYTES) {
            int count = (int) Math.min(STEP_BYTES, file.length() - position);
            byte[] bytes = file.read(position, count);
            if (bytes == null) {
                break;
            }
            int before = Math.max(0, block.length() - 1);
            block.append(new String(bytes, StandardCharsets.ISO_8859_1));
            int blank = block.indexOf(BLANK_LINE, before);
            if (blank >= 0) {
                position = start + blank + BLANK_LINE.length();
                return new Block(start, block.substring(0, blank + BLANK_LINE.length()), true);
            }
            position += count;
        }
        return block.isEmpty() ? null : new Block(start, block.toString(), false);
    }
}
