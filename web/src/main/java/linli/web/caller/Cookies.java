package linli.web.caller;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import linli.web.page.Language;
import linli.web.page.Size;
import org.jspecify.annotations.Nullable;

/** The cookies of a node: what they are called, and how they are written so that no script and no other site gets hold of them. */
public final class Cookies {
    static final String SESSION = "linli-session";
    static final String KIOSK = "linli-kiosk";
    static final String MARK = "linli-form";
    static final String LANGUAGE = "linli-language";
    static final String SIZE = "linli-size";

    private static final Duration A_YEAR = Duration.ofDays(365);
    /** As long as a browser keeps one at most; it is written anew whenever the device asks who is there. */
    private static final Duration LONGEST = Duration.ofDays(400);
    /** Longer than any token of ours: what is longer need not be hashed. */
    private static final int LONGEST_TOKEN = 80;

    private Cookies() {}

    static @Nullable String value(Map<String, Cookie> cookies, String name) {
        return Optional.ofNullable(cookies.get(name))
                .map(Cookie::getValue)
                .filter(Cookies::isBounded)
                .orElse(null);
    }

    /** Whether a text can be a token of ours. */
    static boolean isBounded(String token) {
        return !token.isEmpty() && token.length() <= LONGEST_TOKEN;
    }

    /** The cookie of a browser's mark, if it has none yet. */
    public static NewCookie[] mark(Visitor visitor) {
        return visitor.isNewMark()
                ? new NewCookie[] {cookie(visitor, MARK, visitor.mark()).build()}
                : new NewCookie[0];
    }

    public static NewCookie session(Visitor visitor, String token) {
        return cookie(visitor, SESSION, token).build();
    }

    public static NewCookie noSession(Visitor visitor) {
        return cookie(visitor, SESSION, "").maxAge(0).build();
    }

    public static NewCookie kiosk(Visitor visitor, String token) {
        return cookie(visitor, KIOSK, token).maxAge((int) LONGEST.toSeconds()).build();
    }

    /** The cookie of a kiosk at which nobody is signed in, written anew so that it never grows old; none for anybody else. */
    public static NewCookie[] kioskAnew(Visitor visitor) {
        boolean kiosk = visitor.caller() instanceof Caller.Device && visitor.carried() == Visitor.Carried.COOKIE;
        return kiosk
                ? new NewCookie[] {
                    kiosk(visitor, String.valueOf(visitor.tokens().kiosk()))
                }
                : new NewCookie[0];
    }

    public static NewCookie size(Visitor visitor, Size size) {
        return cookie(visitor, SIZE, size.code())
                .maxAge((int) A_YEAR.toSeconds())
                .build();
    }

    public static NewCookie language(Visitor visitor, Language language) {
        return cookie(visitor, LANGUAGE, language.code())
                .maxAge((int) A_YEAR.toSeconds())
                .build();
    }

    /** Forgets language and size, and a session that is over: for whoever comes next to a device that many use. */
    public static NewCookie[] asAtFirst(Visitor visitor) {
        return Stream.of(LANGUAGE, SIZE, SESSION)
                .map(name -> cookie(visitor, name, "").maxAge(0).build())
                .toArray(NewCookie[]::new);
    }

    private static NewCookie.Builder cookie(Visitor visitor, String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(visitor.secure())
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
