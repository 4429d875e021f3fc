package linli.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reading a whole table showed.
 *
 * @param rows rows with content, good or not, of the site that is imported
 * @param rowsOfOtherSites good rows that are not imported, because only those of another site are
 * @param volunteers different volunteer numbers on the good rows
 * @param minutes the sum over the good rows
 * @param firstDate the earliest date of a good row; null if there is none
 * @param lastDate the latest date of a good row; null if there is none
 * @param flags how many rows have each flag
 * @param errorCount all errors; {@code errors} holds the first hundred
 */
public record IntakeCheck(
        long rows,
        long rowsOfOtherSites,
        long volunteers,
        long minutes,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        Map<Flag.Kind, Long> flags,
        long errorCount,
        List<RowError> errors) {

    public IntakeCheck {
        flags = Map.copyOf(flags);
        errors = List.copyOf(errors);
    }

    /** Whether the table may be imported: one error anywhere, and no row of it is. */
    public boolean isClean() {
        return errorCount == 0;
    }

    /** How many rows have a flag of this kind. */
    public long flagged(Flag.Kind kind) {
        return flags.getOrDefault(kind, 0L);
    }

    /** The errors, a line for each, for the person who can repair the table. */
    public String describeErrors() {
        StringBuilder text = new StringBuilder();
        for (RowError error : errors) {
            text.append("line ").append(error.line()).append(": ");
            text.append(error.column()).append(error.column().isEmpty() ? "" : " ");
            text.append(error.problem()).append('\n');
        }
        if (errorCount > errors.size()) {
            text.append("… and ").append(errorCount - errors.size()).append(" more\n");
        }
        return text.toString();
    }
}
