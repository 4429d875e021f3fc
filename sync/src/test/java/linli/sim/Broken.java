package linli.sim;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/** Something that must never happen has happened. */
final class Broken extends AssertionError {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
        super(what);
    }

    Broken(String what, Throwable cause) {
        super(what, cause);
    }

    @FormatMethod
    static void unless(boolean holds, @FormatString String what, Object... args) {
        if (!holds) {
            throw new Broken(String.format(what, args));
        }
    }
}
