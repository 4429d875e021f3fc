package linli.node.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times for the terminal, in the zone of whoever sits before it. */
public final class TimeText {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private TimeText() {}

    /** To the minute, as people plan. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** To the second, as entries are dated. */
    public static String second(long atSeconds) {
        return SECOND.format(Instant.ofEpochSecond(atSeconds));
    }
}
