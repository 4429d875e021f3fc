package linli.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * Excel's dates: numbers that count days, shown as dates by their format. They are written out as ISO 8601
 * ({@code 2018-02-06}, {@code 09:01}, {@code 2018-02-06T09:01}) and other numbers without a needless {@code .0}.
 *
 * @param from1904 whether the workbook counts days from 1904, as old Macs did, and not from 1900
 */
record ExcelDates(boolean from1904) {
    private static final BigDecimal MINUTES_PER_DAY = BigDecimal.valueOf(24 * 60);
    private static final LocalDate DAY_0_SINCE_1904 = LocalDate.of(1904, 1, 1);

    /** Excel counts a 29 February 1900 that never was, so this day fits every date after it. */
    private static final LocalDate DAY_0_SINCE_1900 = LocalDate.of(1899, 12, 30);

    /** Serials up to the year 2173; a larger number is no date. */
    private static final BigDecimal SERIAL_END = BigDecimal.valueOf(100_000);

    /** What else a cell holds stays the text it is: errors, words, and numbers far too long for hours or dates. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,40})?(E[+-]?\\d{1,2})?");

    private static final Pattern SERIAL = Pattern.compile("\\d{1,5}(\\.\\d{1,40})?");

    /** Colours, conditions and quoted text in a number format say nothing about what kind of value it shows. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hm]+\\])[^\\]]*\\]");

    /** A cell's content as text. */
    String text(Cell cell) {
        boolean numeric = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        String raw = numeric ? cell.getRawValue() : null;
        if (raw == null || !NUMBER.matcher(raw).matches()) {
            return cell.getText();
        }
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        return text(
                new BigDecimal(raw),
                DECORATION.matcher(format.toLowerCase(Locale.ROOT)).replaceAll(""));
    }

    private String text(BigDecimal number, String format) {
        boolean elapsed = format.contains("[h");
        boolean time = elapsed || format.contains("h") || format.contains("ss");
        boolean date = format.contains("y") || format.contains("d");
        boolean serial = number.signum() >= 0 && number.compareTo(SERIAL_END) < 0;
        if (!serial || !(date || time)) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (elapsed || (time && !date && number.compareTo(BigDecimal.ONE) >= 0)) {
            long minutes = minutes(number);
            return String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
        }
        return date
                ? moment(moment(number), time)
                : moment(number).toLocalTime().toString();
    }

    private static String moment(LocalDateTime moment, boolean withTime) {
        return withTime ? moment.toString() : moment.toLocalDate().toString();
    }

    /** The date and time in a field: as this class writes them, or as the bare number of days. */
    Optional<LocalDateTime> parse(String field) {
        if (SERIAL.matcher(field).matches()) {
            return Optional.of(moment(new BigDecimal(field)));
        }
        try {
            return Optional.of(parseIso(field));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private LocalDateTime parseIso(String field) {
        if (field.indexOf('T') > 0) {
            return LocalDateTime.parse(field);
        }
        return field.indexOf(':') > 0
                ? LocalTime.parse(field, DateTimeFormatter.ISO_LOCAL_TIME).atDate(day0())
                : LocalDate.parse(field).atStartOfDay();
    }

    private LocalDateTime moment(BigDecimal serial) {
        return day0().atStartOfDay().plus(minutes(serial), ChronoUnit.MINUTES);
    }

    private LocalDate day0() {
        return from1904 ? DAY_0_SINCE_1904 : DAY_0_SINCE_1900;
    }

    /** To the nearest minute: a time of day is a fraction that binary numbers do not hit exactly. */
    private static long minutes(BigDecimal days) {
        return days.multiply(MINUTES_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
