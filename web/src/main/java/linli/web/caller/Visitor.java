package linli.web.caller;

import jakarta.ws.rs.container.ContainerRequestContext;
import linli.web.page.Language;
import linli.web.page.Size;
import linli.web.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, and what their browser brought along.
 *
 * @param caller who
 * @param carried how they are known
 * @param session in which they call; null where they are not signed in
 * @param tokens as they brought them
 * @param language chosen before, else the first
 * @param size in which kiosks write, chosen before, else the larger one
 * @param mark of the browser, for the tokens of forms
 * @param isNewMark whether the browser has yet to be given the mark
 * @param secure whether the request came over https
 */
public record Visitor(
        Caller caller,
        Carried carried,
        @Nullable Session session,
        Tokens tokens,
        Language language,
        Size size,
        String mark,
        boolean isNewMark,
        boolean secure) {
    private static final String PROPERTY = "linli.visitor";

    /** How somebody is known. */
    public enum Carried {
        /** Not at all. */
        NOTHING,
        /** By a cookie, which a browser also sends when another site makes it. */
        COOKIE,
        /** By a bearer token, which nobody sends without meaning it. */
        BEARER
    }

    /**
     * The secrets that came with a request.
     *
     * @param session of the session, whether it is over or not
     * @param kiosk of the device
     */
    public record Tokens(@Nullable String session, @Nullable String kiosk) {
        @Override
        public String toString() {
            return "Tokens[withheld]";
        }
    }

    /** The visitor of a request, whom {@link Visitors} has met before anything else happened. */
    public static Visitor of(ContainerRequestContext request) {
        return (Visitor) request.getProperty(PROPERTY);
    }

    void in(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    public boolean isSignedIn() {
        return session != null;
    }

    /** Whether there was a session that is over. */
    public boolean hadSession() {
        return tokens.session() != null && session == null;
    }
}
