package linli.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import linli.intake.RowError.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Understands one row of a table by a mapping. Whatever is wrong with the row is collected, so that a person can repair
 * all of it at once; a value that could not be read is then replaced by a harmless one, and the row is refused.
 */
final class RowReader {
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2150, 1, 1);
    private static final int SHOWN_LENGTH_CHARS = 40;

    private final Mapping mapping;
    private final Map<Field, Integer> positions;
    private final Table table;
    private final TableRow row;
    private final List<RowError> errors = new ArrayList<>();

    RowReader(Mapping mapping, Map<Field, Integer> positions, Table table, TableRow row) {
        this.mapping = mapping;
        this.positions = positions;
        this.table = table;
        this.row = row;
    }

    /** What is wrong with the row, known once it has been read. */
    List<RowError> errors() {
        return errors;
    }

    ServiceRow read(RowIdentity identity) {
        requireNoMoreFieldsThanHeadings();
        LocalDate date = date(Field.DATE);
        LocalDate endDate = text(Field.END_DATE).isEmpty() ? date : date(Field.END_DATE);
        if (endDate.isBefore(date)) {
            fail(Field.END_DATE, Kind.END_BEFORE_START, "is before the date the service began");
        }
        LocalTime start = time(Field.START);
        LocalTime end = time(Field.END);
        return new ServiceRow(
                row.line(),
                volunteer(),
                optional(Field.NAME),
                optional(Field.PHONE),
                place(),
                mapping.activities().nameOf(text(Field.ACTIVITY)),
                mapping.categories().of(text(Field.ACTIVITY), text(Field.SITE)),
                date,
                endDate,
                start,
                end,
                minutes(date, start, endDate, end),
                identity);
    }

    private void requireNoMoreFieldsThanHeadings() {
        int columns = table.header().size();
        List<String> fields = row.fields();
        if (fields.size() > columns && !FieldText.isBlank(fields.subList(columns, fields.size()))) {
            errors.add(new RowError(
                    row.line(),
                    "",
                    Kind.TOO_MANY_FIELDS,
                    "has " + fields.size() + " fields, but the table has " + columns + " headings"));
        }
    }

    private String volunteer() {
        String volunteer = text(Field.VOLUNTEER);
        if (volunteer.isEmpty()) {
            fail(Field.VOLUNTEER, Kind.BLANK, "is blank; every row needs its volunteer's number");
        }
        return volunteer;
    }

    /** The site as the table has it. */
    String site() {
        return text(Field.SITE);
    }

    private String place() {
        String site = site();
        Optional<String> place = mapping.sites().placeOf(site);
        if (place.isEmpty()) {
            fail(Field.SITE, Kind.UNKNOWN_PLACE, shown(site) + " is not among the places of the mapping");
        }
        return place.orElse(site);
    }

    private LocalDate date(Field field) {
        String text = text(field);
        Optional<LocalDate> date =
                mapping.dates().parse(text).or(() -> table.momentOf(text).map(LocalDateTime::toLocalDate));
        if (date.isEmpty()) {
            fail(field, text.isEmpty() ? Kind.BLANK : Kind.NOT_A_DATE, unread(text, "date", mapping.dates()));
        } else if (date.get().isBefore(EARLIEST) || date.get().isAfter(LATEST)) {
            fail(field, Kind.NO_SUCH_YEAR, shown(text) + " is no year for a day of service");
        }
        return date.orElse(EARLIEST);
    }

    private @Nullable LocalTime time(Field field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalTime> time =
                mapping.times().parse(text).or(() -> table.momentOf(text).map(LocalDateTime::toLocalTime));
        if (time.isEmpty()) {
            fail(field, Kind.NOT_A_TIME, unread(text, "time", mapping.times()));
        }
        return time.orElse(LocalTime.MIDNIGHT);
    }

    private int minutes(LocalDate date, @Nullable LocalTime start, LocalDate endDate, @Nullable LocalTime end) {
        if (positions.containsKey(Field.HOURS)) {
            return amount(Field.HOURS);
        }
        if (positions.containsKey(Field.MINUTES)) {
            return amount(Field.MINUTES);
        }
        if (start == null || end == null) {
            fail(start == null ? Field.START : Field.END, Kind.BLANK, "is blank; without hours both times are needed");
            return 0;
        }
        return ShiftTimes.minutes(date, start, endDate, end);
    }

    private int amount(Field field) {
        String text = text(field);
        OptionalInt minutes = Amount.minutes(text, field == Field.HOURS);
        if (minutes.isEmpty()) {
            if (text.isEmpty()) {
                fail(field, Kind.BLANK, "is blank; write 0 if there were none");
            } else {
                fail(field, Kind.NOT_A_NUMBER, shown(text) + " is not a number");
            }
        } else if (text.startsWith("-")) {
            fail(field, Kind.NEGATIVE, shown(text) + " is negative");
        } else if (minutes.getAsInt() > Limits.HOURS_PER_ROW * 60) {
            fail(
                    field,
                    Kind.TOO_MUCH,
                    shown(text) + " is more than a year has; is the column really in " + field.key() + "?");
        }
        return minutes.orElse(0);
    }

    private String text(Field field) {
        Integer position = positions.get(field);
        return position == null ? "" : row.field(position);
    }

    private @Nullable String optional(Field field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    private void fail(Field field, Kind kind, String problem) {
        errors.add(new RowError(row.line(), mapping.columns().getOrDefault(field, field.key()), kind, problem));
    }

    private static String unread(String text, String what, Formats<?> formats) {
        String value = text.isEmpty() ? "is blank" : shown(text) + " is not a " + what;
        return value + "; expected " + formats + ", such as " + formats.example();
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_LENGTH_CHARS
                ? "\"" + text + "\""
                : "\"" + text.substring(0, SHOWN_LENGTH_CHARS) + "…\"";
    }
}
