package linli.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import linli.intake.IntakeException.Code;
import org.jspecify.annotations.Nullable;

/**
 * A table that others made for us, whose columns are known by their headings: CSV in UTF-8 or GB18030, or a workbook. It is read
 * whole.
 *
 * @param <C> the columns
 */
public final class KnownColumns<C extends Enum<C>> {
    /** More answers than a branch has records in a year. */
    static final int MOST_ROWS = 200_000;

    private final Map<C, List<String>> headings;

    /**
     * A kind of table.
     *
     * @param headings for each column those that it may have; letters and digits count, in whatever case
     */
    public KnownColumns(Map<C, List<String>> headings) {
        this.headings = new EnumMap<>(headings);
    }

    /**
     * One row.
     *
     * @param line where it starts in the file, counted from 1
     * @param fields of each column, tidied; blank where there is nothing
     */
    public record Row<C extends Enum<C>>(long line, Map<C, String> fields) {
        /** What stands in a column. */
        public String field(C column) {
            return fields.getOrDefault(column, "");
        }
    }

    /**
     * The rows of a table, in their order.
     *
     * @throws IntakeException where it is no such table; COLUMNS where a column is missing
     */
    public List<Row<C>> read(Path file) {
        try (Table table = TableReader.of(file, null).open()) {
            Map<C, Integer> places = places(table.header());
            List<Row<C>> rows = new ArrayList<>();
            for (TableRow row = table.next(); row != null; row = table.next()) {
                if (rows.size() == MOST_ROWS) {
                    throw new IntakeException(
                            Code.TOO_LARGE, "The table has more than " + MOST_ROWS + " rows. Split it.");
                }
                rows.add(row(row, places));
            }
            return rows;
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }

    private Row<C> row(TableRow row, Map<C, Integer> places) {
        Map<C, String> fields = new EnumMap<>(places.keySet().iterator().next().getDeclaringClass());
        places.forEach((column, place) -> fields.put(column, row.field(place)));
        return new Row<>(row.line(), fields);
    }

    private Map<C, Integer> places(List<String> header) {
        Map<C, Integer> places =
                new EnumMap<>(headings.keySet().iterator().next().getDeclaringClass());
        headings.forEach((column, names) -> {
            Integer place = place(names, header);
            if (place == null) {
                throw new IntakeException(
                        Code.COLUMNS,
                        "The table has no column “" + names.get(0) + "”. Its columns are: " + Headings.list(header)
                                + ".");
            }
            places.put(column, place);
        });
        return places;
    }

    private static @Nullable Integer place(List<String> names, List<String> header) {
        return names.stream()
                .map(Headings::lettersOnly)
                .flatMap(name -> header.stream()
                        .filter(column -> Headings.lettersOnly(column).equals(name)))
                .findFirst()
                .map(header::indexOf)
                .orElse(null);
    }
}
