package linli.intake;

import com.google.common.hash.HashCode;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a table. The check and the import both go through here, so that both see the same rows with the same
 * flags.
 */
final class RowScan implements Closeable {
    private final Table table;
    private final Mapping mapping;
    private final Map<Field, Integer> positions;
    private final Flagger flagger;
    private final SiteChoice sites;
    private final Occurrences occurrences = new Occurrences();
    private long rows;

    /**
     * A row, with its errors; without errors it is good to be imported.
     *
     * @param ofOtherSite whether it is good, and passed over because only the rows of another site are imported
     */
    record ScannedRow(CheckedRow row, List<RowError> errors, boolean ofOtherSite) {}

    private RowScan(Table table, Mapping mapping, LocalDate today, SiteChoice sites) {
        this.table = table;
        this.mapping = mapping;
        this.positions = mapping.positionsIn(table.header());
        this.flagger = new Flagger(today);
        this.sites = sites;
    }

    static RowScan open(TableReader reader, Mapping mapping, LocalDate today, SiteChoice sites) throws IOException {
        Table table = reader.open();
        try {
            return new RowScan(table, mapping, today, sites);
        } catch (IntakeException e) {
            table.close();
            throw e;
        }
    }

    /** The next row, or null after the last. */
    @Nullable
    ScannedRow next() {
        TableRow row = table.next();
        if (row == null) {
            return null;
        }
        if (++rows > Limits.ROWS) {
            throw new IntakeException(
                    IntakeException.Code.TOO_LARGE,
                    "The table has more than two million rows. Split it and import the parts.");
        }
        return read(row, FieldText.digest(row.fields()));
    }

    private ScannedRow read(TableRow row, HashCode digest) {
        Occurrences.Occurrence occurrence = occurrences.count(digest, row.line());
        RowReader reader = new RowReader(mapping, positions, table, row);
        ServiceRow service = reader.read(new RowIdentity(digest, occurrence.number()));
        boolean good = reader.errors().isEmpty();
        List<Flag> flags = good ? flagger.flags(service, occurrence.firstLine()) : List.of();
        boolean elsewhere = good && !sites.takes(reader.site());
        return new ScannedRow(new CheckedRow(service, flags), reader.errors(), elsewhere);
    }

    double fractionRead() {
        return table.fractionRead();
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
