package linli.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import linli.web.page.Frame;
import linli.web.page.Language;
import linli.web.page.Words;
import linli.web.session.FormTokens;
import linli.web.session.Sessions;
import linli.web.sync.SyncBoard;
import org.jspecify.annotations.Nullable;

/**
 * Meets whoever comes: reads and writes the cookies, and checks the tokens of forms. It comes before whatever may refuse a request,
 * since a refusal is told in the visitor's language.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class Visitors implements ContainerRequestFilter {
    private static final String SESSION = "linli-session";
    private static final String MARK = "linli-form";
    private static final String LANGUAGE = "linli-language";

    private static final int A_YEAR_SECONDS = 365 * 24 * 60 * 60;
    /** Longer than any token of ours: what is longer need not be hashed. */
    private static final int LONGEST_TOKEN = 64;

    /** Pages that a person may come back to after switching the language. */
    private static final Pattern PAGE =
            Pattern.compile("/|/sync|/verify|/me(\\?from=[0-9-]{1,24})?|/me/records/[0-9-]{1,24}");

    private final Sessions sessions;
    private final FormTokens tokens;
    private final SyncBoard sync;

    Visitors(Sessions sessions, FormTokens tokens, SyncBoard sync) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.sync = sync;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, Cookie> cookies = request.getCookies();
        String token = value(cookies, SESSION).orElse(null);
        Optional<String> mark = value(cookies, MARK);
        new Visitor(
                        value(cookies, LANGUAGE).flatMap(Language::of).orElse(Language.ZH),
                        token,
                        Optional.ofNullable(token).flatMap(sessions::find),
                        mark.orElseGet(tokens::newMark),
                        mark.isEmpty(),
                        request.getSecurityContext().isSecure())
                .in(request);
    }

    private static Optional<String> value(Map<String, Cookie> cookies, String name) {
        return Optional.ofNullable(cookies.get(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_TOKEN);
    }

    /** The token that this visitor's forms carry. */
    String formToken(Visitor visitor) {
        return visitor.session().map(session -> session.csrf()).orElseGet(() -> tokens.tokenFor(visitor.mark()));
    }

    /** Whether a request that wants to change something was made by a page of ours. */
    boolean vouchesFor(Visitor visitor, @Nullable String token) {
        return token != null
                && visitor.session()
                        .map(session -> session.vouchesFor(token))
                        .orElseGet(() -> !visitor.isNewMark() && tokens.vouchesFor(visitor.mark(), token));
    }

    /** Refuses a change that no page of ours asked for. */
    void requireToken(Visitor visitor, @Nullable String token) {
        if (!vouchesFor(visitor, token)) {
            throw new ProblemException(Problem.CSRF_REFUSED);
        }
    }

    /** What surrounds the page that answers a request. */
    Frame frame(Visitor visitor, ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Frame(
                Words.of(visitor.language()),
                formToken(visitor),
                visitor.session().isPresent(),
                pageOrHome(uri.getRawPath() + query),
                sync.line().orElse(null));
    }

    /** The address if it is one of our pages: a form must not send anybody elsewhere. */
    static String pageOrHome(@Nullable String address) {
        return address != null && PAGE.matcher(address).matches() ? address : "/";
    }

    /** The cookie of a browser's mark, if it has none yet. */
    Optional<NewCookie> markCookie(Visitor visitor) {
        return visitor.isNewMark()
                ? Optional.of(cookie(visitor, MARK, visitor.mark()).build())
                : Optional.empty();
    }

    static NewCookie sessionCookie(Visitor visitor, String token) {
        return cookie(visitor, SESSION, token).build();
    }

    static NewCookie noSessionCookie(Visitor visitor) {
        return cookie(visitor, SESSION, "").maxAge(0).build();
    }

    static NewCookie languageCookie(Visitor visitor, Language language) {
        return cookie(visitor, LANGUAGE, language.code()).maxAge(A_YEAR_SECONDS).build();
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
