package linli.intake;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import linli.text.TextTable;

/** What became of a table's rows, added up. Not safe for use by several threads. */
public final class IntakeSummary {
    private final Count read = new Count();
    private final Count recorded = new Count();
    private final Count alreadyThere = new Count();
    private long ofOtherSites;
    private final Map<String, Count> skipped = new TreeMap<>();
    private final Map<Flag.Kind, Count> flagged = new EnumMap<>(Flag.Kind.class);

    private static final class Count {
        private long rows;
        private long minutes;

        private void add(CheckedRow row) {
            rows++;
            minutes += row.row().minutes();
        }
    }

    IntakeSummary() {}

    void recorded(CheckedRow row) {
        add(row, recorded);
    }

    void alreadyThere(CheckedRow row) {
        add(row, alreadyThere);
    }

    void skipped(CheckedRow row, String reason) {
        add(row, skipped.computeIfAbsent(reason, first -> new Count()));
    }

    void passedOver(long rowsOfOtherSites) {
        ofOtherSites = rowsOfOtherSites;
    }

    private void add(CheckedRow row, Count outcome) {
        read.add(row);
        outcome.add(row);
        row.flags()
                .forEach(flag -> flagged.computeIfAbsent(flag.kind(), first -> new Count())
                        .add(row));
    }

    public long rowsRead() {
        return read.rows;
    }

    public long rowsRecorded() {
        return recorded.rows;
    }

    public long rowsAlreadyThere() {
        return alreadyThere.rows;
    }

    /** Rows that were passed over, because only those of another site were imported. */
    public long rowsOfOtherSites() {
        return ofOtherSites;
    }

    public long rowsSkipped() {
        return skipped.values().stream().mapToLong(count -> count.rows).sum();
    }

    /** The summary as a plain-text table for a terminal: rows and hours by outcome, then by flag. */
    public String render() {
        TextTable table = new TextTable().left("").right("rows").right("hours");
        row(table, "read", read);
        row(table, "recorded", recorded);
        row(table, "already there", alreadyThere);
        skipped.forEach((reason, count) -> row(table, "skipped: " + reason, count));
        flagged.forEach((kind, count) -> row(table, "flagged: " + kind.label(), count));
        if (ofOtherSites > 0) {
            table.row("rows of other sites", String.format(Locale.ROOT, "%,d", ofOtherSites), "");
        }
        return table.render();
    }

    private static void row(TextTable table, String what, Count count) {
        String hours = String.format(Locale.ROOT, "%,d:%02d", count.minutes / 60, count.minutes % 60);
        table.row(what, String.format(Locale.ROOT, "%,d", count.rows), hours);
    }
}
