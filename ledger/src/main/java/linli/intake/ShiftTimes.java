package linli.intake;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** How the dates and times of a row make up a shift. */
final class ShiftTimes {
    private ShiftTimes() {}

    /** When a shift ended: an end before the start on the same day is after midnight. */
    static LocalDateTime end(LocalDate date, LocalTime start, LocalDate endDate, LocalTime end) {
        boolean pastMidnight = date.equals(endDate) && end.isBefore(start);
        return (pastMidnight ? endDate.plusDays(1) : endDate).atTime(end);
    }

    /** How long a shift was by its times. */
    static int minutes(LocalDate date, LocalTime start, LocalDate endDate, LocalTime end) {
        return Math.toIntExact(Duration.between(date.atTime(start), end(date, start, endDate, end))
                .toMinutes());
    }
}
