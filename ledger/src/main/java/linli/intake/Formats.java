package linli.intake;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ways dates, or times, are written in a table, tried in turn. Read strictly: 30 February is no date. Names of months
 * and halves of the day may be English or Chinese.
 *
 * @param <T> what is read: a date or a time
 */
final class Formats<T> {
    private static final LocalDateTime SAMPLE = LocalDateTime.of(2018, 11, 24, 15, 47);

    private final List<String> patterns;
    private final Function<TemporalAccessor, T> reading;
    private final List<DateTimeFormatter> formatters;

    private Formats(List<String> patterns, Function<TemporalAccessor, T> reading) {
        this.patterns = List.copyOf(patterns);
        this.reading = reading;
        this.formatters = patterns.stream().flatMap(Formats::formatters).toList();
    }

    /**
     * Formats from a mapping.
     *
     * @throws IllegalArgumentException naming the first that says too little for a date, or for a time
     */
    static <T> Formats<T> of(List<String> patterns, Function<TemporalAccessor, T> reading) {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("A list of formats is empty. Leave it out, or give a format.");
        }
        for (String pattern : patterns) {
            requireUsable(pattern, reading);
        }
        return new Formats<>(patterns, reading);
    }

    private static <T> void requireUsable(String pattern, Function<TemporalAccessor, T> reading) {
        Formats<T> alone;
        try {
            alone = new Formats<>(List.of(pattern), reading);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + pattern + "\" is no format: " + e.getMessage(), e);
        }
        if (alone.parse(alone.example()).filter(reading.apply(SAMPLE)::equals).isEmpty()) {
            throw new IllegalArgumentException("\"" + pattern + "\" does not say enough. A date needs yyyy, MM and dd,"
                    + " in these cases of letters; a time needs HH:mm, or h:mm a.");
        }
    }

    /** What a text says, or nothing if it fits none of the formats. */
    Optional<T> parse(String text) {
        return formatters.stream()
                .filter(formatter -> fits(text, formatter))
                .flatMap(formatter -> read(text, formatter).stream())
                .findFirst();
    }

    /** Whether a text has the shape of a format; asked first because a failed parse is a costly way to learn that. */
    private static boolean fits(String text, DateTimeFormatter formatter) {
        ParsePosition position = new ParsePosition(0);
        return formatter.parseUnresolved(text, position) != null && position.getIndex() == text.length();
    }

    private Optional<T> read(String text, DateTimeFormatter formatter) {
        try {
            return Optional.of(formatter.parse(text, reading::apply));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** A moment written in the first format, to show what is expected. */
    String example() {
        return formatters.get(0).format(SAMPLE);
    }

    @Override
    public String toString() {
        return String.join(" or ", patterns);
    }

    private static Stream<DateTimeFormatter> formatters(String pattern) {
        return Stream.of(Locale.ENGLISH, Locale.CHINA)
                .map(locale -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        // The letter y is the year of an era, and strict reading would ask which.
                        .parseDefaulting(ChronoField.ERA, 1)
                        .toFormatter(locale)
                        .withResolverStyle(ResolverStyle.STRICT));
    }
}
