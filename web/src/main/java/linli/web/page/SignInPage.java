package linli.web.page;

import org.jspecify.annotations.Nullable;

/**
 * The page that asks for number and PIN.
 *
 * @param nodeName whose node this is
 * @param number as typed before, to be corrected rather than typed again
 * @param notice key of what to tell about the last try; null on the first
 * @param minutes to wait, where the notice speaks of that
 */
public record SignInPage(
        String nodeName, String number, @Nullable String notice, long minutes) {
    /** As it is shown first. */
    public static SignInPage fresh(String nodeName) {
        return new SignInPage(nodeName, "", null, 0);
    }
}
