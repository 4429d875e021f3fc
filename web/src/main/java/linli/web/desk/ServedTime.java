package linli.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody served, as a clerk writes it down: from when until when, or only how long.
 *
 * @param startSeconds when it began, epoch seconds, if that was given
 * @param endSeconds when it ended
 * @param minutes the time to count
 */
record ServedTime(@Nullable Long startSeconds, @Nullable Long endSeconds, int minutes) {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;

    /** What the fields {@code begin} and {@code end}, or {@code hours} and {@code minutes} say. */
    static ServedTime of(Form form, LocalDate day, ZoneId zone) {
        Optional<LocalTime> begin = form.optional("begin").map(ServedTime::time);
        Optional<LocalTime> end = form.optional("end").map(ServedTime::time);
        int said = whole(form, "hours") * MINUTES_PER_HOUR + whole(form, "minutes");
        if (begin.isEmpty() && end.isEmpty() && said > 0) {
            return new ServedTime(null, null, said);
        }
        if (begin.isEmpty() || end.isEmpty()) {
            throw new ProblemException(Problem.FIELD_MISSING);
        }
        return between(begin.get(), end.get(), said, day, zone);
    }

    /** A night's work ends on the next day. What was said besides is what counts, without the way and the breaks. */
    private static ServedTime between(LocalTime begin, LocalTime end, int said, LocalDate day, ZoneId zone) {
        ZonedDateTime start = day.atTime(begin).atZone(zone);
        ZonedDateTime stop =
                (end.isAfter(begin) ? day : day.plusDays(1)).atTime(end).atZone(zone);
        long minutes = (stop.toEpochSecond() - start.toEpochSecond()) / SECONDS_PER_MINUTE;
        return new ServedTime(start.toEpochSecond(), stop.toEpochSecond(), said > 0 ? said : Math.toIntExact(minutes));
    }

    private static int whole(Form form, String field) {
        return form.optional(field).isPresent() ? form.whole(field) : 0;
    }

    private static LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            throw Problem.BAD_REQUEST.because("A time is written like 09:30.");
        }
    }
}
