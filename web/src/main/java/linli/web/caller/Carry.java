package linli.web.caller;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a secret that is just being made shall be carried from now on. */
public enum Carry {
    /** In a cookie that no script can read, as browsers do. */
    COOKIE,
    /** In the answer, to be sent as {@code Authorization: Bearer}, as programs do. */
    BEARER;

    /** As asked for; a cookie where nothing was. */
    public static Carry of(@Nullable Carry asked) {
        return Objects.requireNonNullElse(asked, COOKIE);
    }
}
