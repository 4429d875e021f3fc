package linli.intake;

import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean and how its texts are to be understood. Read from a YAML file, or guessed from common
 * headings. Immutable.
 *
 * @param sheet the sheet of a workbook to read; null for its first
 * @param columns which column, by its heading, holds what
 * @param zone where the times are local
 */
public record Mapping(
        @Nullable String sheet,
        Map<Field, String> columns,
        Formats<LocalDate> dates,
        Formats<LocalTime> times,
        ZoneId zone,
        Sites sites,
        Activities activities,
        Categories categories) {

    /** Dates that can be read in one way only: whether 3-4-2018 is in March or April, a mapping must say. */
    private static final List<String> UNAMBIGUOUS_DATES =
            List.of("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd");

    private static final List<String> COMMON_TIMES = List.of("H:mm", "H:mm:ss", "h:mm a", "ah:mm");

    public Mapping {
        columns = Map.copyOf(Maps.transformValues(columns, FieldText::normalise));
        requireColumns(columns);
    }

    /**
     * Reads a mapping file.
     *
     * @throws IntakeException naming the line and what may stand there
     */
    public static Mapping read(Path file) {
        return read(file, ZoneId.systemDefault());
    }

    /**
     * Reads a mapping file.
     *
     * @param zone where the times are local if it does not say
     * @throws IntakeException naming the line and what may stand there
     */
    public static Mapping read(Path file, ZoneId zone) {
        return MappingFile.read(file, zone);
    }

    /** The same for times that are local elsewhere. */
    public Mapping withZone(ZoneId elsewhere) {
        return new Mapping(sheet, columns, dates, times, elsewhere, sites, activities, categories);
    }

    /** What this says for a table without a mapping, if its headings are familiar enough. */
    static Mapping guess(List<String> header) {
        Map<Field, String> columns = Headings.recognise(header);
        try {
            return withDefaults(columns, Headings.areChinese(header));
        } catch (IllegalArgumentException e) {
            throw new IntakeException(
                    IntakeException.Code.COLUMNS,
                    e.getMessage() + " The headings are: " + Headings.list(header)
                            + ". Say in a mapping file which column is which, and pass it with --mapping.",
                    e);
        }
    }

    private static Mapping withDefaults(Map<Field, String> columns, boolean chinese) {
        return new Mapping(
                null,
                columns,
                defaultDates(),
                defaultTimes(),
                ZoneId.systemDefault(),
                chinese ? Sites.CHINESE : Sites.DEFAULT,
                chinese ? Activities.CHINESE : Activities.DEFAULT,
                Categories.DEFAULT);
    }

    static Formats<LocalDate> defaultDates() {
        return Formats.of(UNAMBIGUOUS_DATES, LocalDate::from);
    }

    static Formats<LocalTime> defaultTimes() {
        return Formats.of(COMMON_TIMES, LocalTime::from);
    }

    private static void requireColumns(Map<Field, String> columns) {
        List<String> missing = new ArrayList<>();
        if (!columns.containsKey(Field.VOLUNTEER)) {
            missing.add("volunteer (the volunteer's number, 志愿者编号)");
        }
        if (!columns.containsKey(Field.DATE)) {
            missing.add("date (服务日期)");
        }
        boolean times = columns.containsKey(Field.START) && columns.containsKey(Field.END);
        if (!columns.containsKey(Field.HOURS) && !columns.containsKey(Field.MINUTES) && !times) {
            missing.add("hours or minutes, or start and end (服务时长)");
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("No column is known for: " + String.join("; ", missing) + ".");
        }
        if (columns.containsKey(Field.HOURS) && columns.containsKey(Field.MINUTES)) {
            throw new IllegalArgumentException("Both hours and minutes are named; keep one of them.");
        }
    }

    /** Where each field is found in a table with this header. */
    Map<Field, Integer> positionsIn(List<String> header) {
        Map<Field, Integer> positions = new EnumMap<>(Field.class);
        columns.forEach((field, column) -> {
            int position = header.indexOf(column);
            if (position >= 0 && position != header.lastIndexOf(column)) {
                throw new IntakeException(
                        IntakeException.Code.COLUMNS,
                        "The table has several columns \"" + column + "\". Rename all but one of them.");
            }
            positions.put(field, position);
        });
        requireFound(positions, header);
        return positions;
    }

    private void requireFound(Map<Field, Integer> positions, List<String> header) {
        String missing = positions.entrySet().stream()
                .filter(entry -> entry.getValue() < 0)
                .map(entry -> "\"" + columns.get(entry.getKey()) + "\" ("
                        + entry.getKey().key() + ")")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IntakeException(
                    IntakeException.Code.COLUMNS,
                    "The table has no column " + missing + ". Its headings are: " + Headings.list(header) + ".");
        }
    }
}
