package linli.web.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago something was, as people say it: in one unit, cut down to whole ones.
 *
 * @param unit the largest that fits at least once
 * @param count how many; 0 for a moment
 */
public record Ago(Unit unit, long count) {
    /** What is counted. */
    public enum Unit {
        /** Less than a minute; or yet to come, since the clocks of two nodes never agree to the second. */
        MOMENT,
        MINUTES,
        HOURS,
        DAYS
    }

    public static Ago between(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        if (past.toDays() > 0) {
            return new Ago(Unit.DAYS, past.toDays());
        }
        if (past.toHours() > 0) {
            return new Ago(Unit.HOURS, past.toHours());
        }
        return past.toMinutes() > 0 ? new Ago(Unit.MINUTES, past.toMinutes()) : new Ago(Unit.MOMENT, 0);
    }
}
