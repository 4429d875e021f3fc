package linli.web.kiosk;

import java.util.List;
import java.util.stream.Stream;
import linli.web.door.Typed;
import org.jspecify.annotations.Nullable;

/**
 * As much of a list as is read standing.
 *
 * @param number which part, from 0
 * @param more whether there is another one
 */
public record Part<T>(List<T> shown, int number, boolean more) {
    private static final int LINES = 6;
    private static final int LAST = 10_000;

    /** The part that an address asks for; the first where it asks for none. */
    static <T> Part<T> of(Stream<T> all, @Nullable String typed) {
        int number = typed == null ? 0 : Math.min(Typed.whole(typed), LAST);
        List<T> lines = all.skip((long) number * LINES).limit(LINES + 1).toList();
        boolean more = lines.size() > LINES;
        return new Part<>(more ? lines.subList(0, LINES) : lines, number, more);
    }
}
