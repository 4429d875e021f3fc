package linli.intake;

import java.util.List;

/**
 * A line of a table as it was understood, whether it can be imported or not.
 *
 * @param row whose line and flags can be relied on; the rest of it only where there are no errors
 * @param errors why it cannot be imported; none where it can
 */
public record IntakeLine(CheckedRow row, List<RowError> errors) {
    public IntakeLine {
        errors = List.copyOf(errors);
    }

    /** Where it is in the file, counted from 1. */
    public long number() {
        return row.row().line();
    }
}
