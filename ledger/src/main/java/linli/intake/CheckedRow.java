package linli.intake;

import java.util.List;

/** A row that can be imported, and what deserves a look about it. */
public record CheckedRow(ServiceRow row, List<Flag> flags) {
    public CheckedRow {
        flags = List.copyOf(flags);
    }
}
