package linli.intake;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Notices what deserves a look about a row, given the rows before it. */
final class Flagger {
    private static final int DAY_MINUTES = 24 * 60;

    private final LocalDate today;
    private final TimedShifts shifts = new TimedShifts();

    Flagger(LocalDate today) {
        this.today = today;
    }

    /** The flags of the next row; its content occurred first on {@code firstLine}. */
    List<Flag> flags(ServiceRow row, long firstLine) {
        List<Flag> flags = new ArrayList<>();
        if (row.identity().occurrence() > 1) {
            flags.add(new Flag(Flag.Kind.REPEAT, firstLine));
        } else {
            addOverlap(flags, row);
        }
        if (row.minutes() > DAY_MINUTES) {
            flags.add(Flag.of(Flag.Kind.OVER_24_HOURS));
        }
        if (row.date().isAfter(today)) {
            flags.add(Flag.of(Flag.Kind.FUTURE));
        }
        if (row.minutes() == 0) {
            flags.add(Flag.of(Flag.Kind.ZERO_HOURS));
        }
        return flags;
    }

    /** Only single shifts are compared: from one day's morning to another's evening is a period, not one shift. */
    private void addOverlap(List<Flag> flags, ServiceRow row) {
        LocalTime startTime = row.start();
        LocalTime endTime = row.end();
        if (startTime == null || endTime == null) {
            return;
        }
        LocalDateTime start = row.date().atTime(startTime);
        LocalDateTime end = ShiftTimes.end(row.date(), startTime, row.endDate(), endTime);
        Duration length = Duration.between(start, end);
        if (length.isZero() || length.toMinutes() > DAY_MINUTES) {
            return;
        }
        long line = shifts.add(volunteerKey(row), epochMinute(start), epochMinute(end), row.line());
        if (line != TimedShifts.NO_LINE) {
            flags.add(new Flag(Flag.Kind.OVERLAP, line));
        }
    }

    static long volunteerKey(ServiceRow row) {
        return Hashing.farmHashFingerprint64()
                .hashString(row.volunteer(), StandardCharsets.UTF_8)
                .asLong();
    }

    /** Both sides of a comparison are of one volunteer in one zone, so any fixed offset will do. */
    private static int epochMinute(LocalDateTime time) {
        return Math.toIntExact(time.toEpochSecond(ZoneOffset.UTC) / 60);
    }
}
