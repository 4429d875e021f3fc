package linli.log;

import java.util.function.Consumer;

/** The end of a file of rows of one length. */
final class Rows {
    private Rows() {}

    /**
     * Looks for bytes behind the rows that there are entries for.
     *
     * @param expected rows that the entries account for
     * @param mayBeTorn whether entries were written last whose rows may be half-written
     */
    static void checkEnd(
            SnapshotFile file,
            int rowBytes,
            long expected,
            boolean mayBeTorn,
            Consumer<LogFault> faults,
            Consumer<String> notes) {
        long rows = file.length() / rowBytes;
        long rest = file.length() % rowBytes;
        if (rows > expected || (rest > 0 && !mayBeTorn)) {
            long from = Math.min(rows, expected) * rowBytes;
            String detail = (file.length() - from) + " bytes at the end of " + file.name() + " belong to no entry";
            faults.accept(new LogFault(LogFault.Code.TRAILING_BYTES, file.name(), from, null, detail));
        } else if (rest > 0) {
            notes.accept("The last " + rest + " bytes of " + file.name()
                    + " are the beginning of a write that was not finished when the audit looked.");
        }
    }
}
