package linli.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out how a text file is encoded by decoding all of it strictly: as UTF-8, or else as GB18030, which is what
 * spreadsheets on Chinese computers write. Text that is neither, or has control characters in it, is refused by line.
 */
final class TextEncoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER_SIZE = 64 << 10;
    private static final long NO_LINE = 0;

    private final byte[] buffer = new byte[BUFFER_SIZE];
    private final CharsetDecoder decoder;
    private long line = 1;
    private boolean afterCarriageReturn;

    private TextEncoding(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static Charset of(Path file) throws IOException {
        long notUtf8 = new TextEncoding(UTF_8).firstBadLine(file);
        if (notUtf8 == NO_LINE) {
            return UTF_8;
        }
        long notGb18030 = new TextEncoding(GB18030).firstBadLine(file);
        if (notGb18030 == NO_LINE) {
            return GB18030;
        }
        throw new IntakeException(
                IntakeException.Code.ENCODING,
                "The text is neither UTF-8 (line " + notUtf8 + ") nor GB18030 (line " + notGb18030
                        + "). Save the table as \"CSV UTF-8\" and import that.");
    }

    /** The first line this encoding cannot explain, or {@link #NO_LINE}. */
    private long firstBadLine(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer);
        CharBuffer chars = CharBuffer.allocate(BUFFER_SIZE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            boolean end = false;
            while (!end) {
                end = fill(bytes, in);
                CoderResult result = decoder.decode(bytes, chars, end);
                bytes.compact();
                countLines(chars);
                if (result.isError()) {
                    return line;
                }
            }
        }
        return NO_LINE;
    }

    /** Reads on behind what is left over in the buffer; true at the end of the file. */
    private boolean fill(ByteBuffer bytes, InputStream in) throws IOException {
        int read = in.readNBytes(buffer, bytes.position(), bytes.remaining());
        boolean end = read < bytes.remaining();
        bytes.position(bytes.position() + read).flip();
        return end;
    }

    private void countLines(CharBuffer chars) {
        chars.flip();
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c == '\r' || (c == '\n' && !afterCarriageReturn)) {
                line++;
            } else if (c < ' ' && c != '\n' && c != '\t') {
                throw new IntakeException(
                        IntakeException.Code.NOT_A_TABLE,
                        "Line " + line + " has control characters in it: this is no table, or a damaged one. CSV and"
                                + " XLSX files can be imported.");
            }
            afterCarriageReturn = c == '\r';
        }
        chars.clear();
    }
}
