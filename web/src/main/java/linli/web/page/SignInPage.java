package linli.web.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks who somebody is.
 *
 * @param name as typed at the last try: a volunteer's number, or the handle of staff
 * @param notice what to tell about that try; null for nothing
 * @param minutes to wait before the next
 */
public record SignInPage(String name, @Nullable String notice, long minutes) {
    private static final int SECONDS_PER_MINUTE = 60;

    /** Of a try. */
    public static SignInPage of(String name, @Nullable String notice, Duration wait) {
        return new SignInPage(name, notice, (wait.toSeconds() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE);
    }
}
