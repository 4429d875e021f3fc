package linli.report;

import java.util.Locale;

/** Minutes as people read them. */
final class Durations {
    private Durations() {}

    /** {@code 57,551:19}: hours and minutes. */
    static String hours(long minutes) {
        return String.format(
                Locale.ROOT, "%s%,d:%02d", minutes < 0 ? "-" : "", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
    }
}
