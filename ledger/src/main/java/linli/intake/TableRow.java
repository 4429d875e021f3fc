package linli.intake;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line where it starts in the file, counted from 1
 */
record TableRow(long line, List<String> fields) {
    TableRow {
        fields = List.copyOf(fields);
    }

    /** The field in a column; columns missing at the end of a row are blank. */
    String field(int column) {
        return column < fields.size() ? fields.get(column) : "";
    }
}
