package linli.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import linli.ledger.Ledger;
import linli.log.LogException;
import linli.log.Note;
import linli.log.Vkey;

/**
 * The report of an audit under the signature of the node that made it: a signed note (C2SP signed-note), which anybody can check who
 * has the key of the node's log.
 */
public final class SignedReport {
    /** What a report of 300 communities needs, several times over. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final String BEGINNING = "Linli audit report v1\n";

    private SignedReport() {}

    /**
     * Signs a report.
     *
     * @param text the report, with its final newline
     */
    public static byte[] of(String text, Ledger ledger) {
        return ledger.sign(BEGINNING + text).toBytes();
    }

    /** Whether the bytes begin like a report, signed or not. */
    public static boolean isMeant(byte[] bytes) {
        byte[] beginning = BEGINNING.getBytes(StandardCharsets.UTF_8);
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** Whose signature a report carries; empty where none of these keys has signed it, or it was altered since. */
    public static Optional<Vkey> signer(byte[] bytes, Collection<Vkey> known) {
        try {
            Note note = Note.ofBytes(bytes, MOST_BYTES);
            return known.stream().filter(key -> hasSigned(key, note)).findFirst();
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    private static boolean hasSigned(Vkey key, Note note) {
        try {
            return !note.verify(key).isEmpty();
        } catch (LogException e) {
            return false;
        }
    }
}
