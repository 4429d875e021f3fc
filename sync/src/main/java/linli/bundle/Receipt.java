package linli.bundle;

import java.util.List;
import linli.log.StrictText;

/**
 * The text that a reader signs with the key of its log: what it held at a time.
 *
 * @param origin of the reader's log
 * @param atSeconds when it signed, by its clock, in seconds since 1970
 * @param sha256 of its list of logs, in lower-case hex
 */
record Receipt(String origin, long atSeconds, String sha256) {
    private static final String HEADER = "linli-receipt/v1";
    private static final int LINES = 4;

    /** The receipt in the text of a note; anything else is a {@link linli.log.LogException} or IllegalArgumentException. */
    static Receipt ofText(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != LINES || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("not a receipt");
        }
        return new Receipt(lines.get(1), StrictText.decimal(lines.get(2)), lines.get(3));
    }

    String toText() {
        return String.join("\n", HEADER, origin, Long.toString(atSeconds), sha256) + "\n";
    }
}
