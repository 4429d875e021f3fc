package linli.web.caller;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import linli.access.Kiosks;
import linli.web.caller.Visitor.Carried;
import linli.web.caller.Visitor.Tokens;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.page.Language;
import linli.web.page.Size;
import linli.web.session.FormTokens;
import org.jspecify.annotations.Nullable;

/** Meets whoever comes: finds out who it is, and checks the tokens of forms. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class Visitors implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final Caller NOBODY = new Caller.Anonymous();

    private final Callers callers;
    private final FormTokens tokens;

    public Visitors(Callers callers, FormTokens tokens) {
        this.callers = callers;
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean bearer = authorization != null && authorization.startsWith(BEARER);
        Map<String, Cookie> cookies = request.getCookies();
        Tokens brought = bearer
                ? ofBearer(authorization.substring(BEARER.length()).strip())
                : new Tokens(Cookies.value(cookies, Cookies.SESSION), Cookies.value(cookies, Cookies.KIOSK));
        Optional<Callers.InSession> inSession =
                Optional.ofNullable(brought.session()).flatMap(callers::inSession);
        Caller caller = inSession
                .map(Callers.InSession::caller)
                .or(() -> Optional.ofNullable(brought.kiosk()).flatMap(callers::device))
                .orElse(NOBODY);
        String mark = Cookies.value(cookies, Cookies.MARK);
        new Visitor(
                        caller,
                        caller.equals(NOBODY) ? Carried.NOTHING : bearer ? Carried.BEARER : Carried.COOKIE,
                        inSession.map(Callers.InSession::session).orElse(null),
                        brought,
                        language(cookies),
                        size(cookies),
                        mark == null ? tokens.newMark() : mark,
                        mark == null,
                        request.getSecurityContext().isSecure())
                .in(request);
    }

    private static Tokens ofBearer(String token) {
        boolean kiosk = Kiosks.isToken(token);
        boolean bounded = Cookies.isBounded(token);
        return new Tokens(bounded && !kiosk ? token : null, bounded && kiosk ? token : null);
    }

    private static Language language(Map<String, Cookie> cookies) {
        return Optional.ofNullable(Cookies.value(cookies, Cookies.LANGUAGE))
                .flatMap(Language::of)
                .orElse(Language.FIRST);
    }

    private static Size size(Map<String, Cookie> cookies) {
        return Optional.ofNullable(Cookies.value(cookies, Cookies.SIZE))
                .flatMap(Size::of)
                .orElse(Size.FIRST);
    }

    /** The token that this visitor's forms carry. */
    public String formToken(Visitor visitor) {
        if (visitor.session() != null) {
            return visitor.session().csrf();
        }
        String device = secretOf(visitor);
        return device == null ? tokens.tokenFor(visitor.mark()) : FormTokens.tokenOfDevice(device);
    }

    /** Whether a request that wants to change something was made by a page of ours. */
    public boolean vouchesFor(Visitor visitor, @Nullable String token) {
        if (token == null) {
            return false;
        }
        if (visitor.session() != null) {
            return visitor.session().vouchesFor(token);
        }
        String device = secretOf(visitor);
        return device == null
                ? !visitor.isNewMark() && tokens.vouchesFor(visitor.mark(), token)
                : FormTokens.deviceVouchesFor(device, token);
    }

    /** Of a paired device at which nobody is signed in. */
    private static @Nullable String secretOf(Visitor visitor) {
        return visitor.caller() instanceof Caller.Device ? visitor.tokens().kiosk() : null;
    }

    /** Refuses a change that no page of ours asked for. */
    public void requireToken(Visitor visitor, @Nullable String token) {
        if (!vouchesFor(visitor, token)) {
            throw new ProblemException(Problem.CSRF_REFUSED);
        }
    }
}
