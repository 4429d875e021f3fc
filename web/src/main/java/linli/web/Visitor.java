package linli.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import linli.web.page.Language;
import linli.web.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as the cookies tell.
 *
 * @param language chosen before, else the first
 * @param token of the session, as the browser brought it; null where it brought none
 * @param session the session, if it is not over
 * @param mark of the browser, for the tokens of forms
 * @param isNewMark whether the browser has yet to be given the mark
 * @param secure whether the request came over https
 */
record Visitor(
        Language language,
        @Nullable String token,
        Optional<Session> session,
        String mark,
        boolean isNewMark,
        boolean secure) {
    private static final String PROPERTY = "linli.visitor";

    /** The visitor of a request, whom {@link Visitors} has met before anything else happened. */
    static Visitor of(ContainerRequestContext request) {
        return (Visitor) request.getProperty(PROPERTY);
    }

    void in(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    /** Whether there was a session that is over. */
    boolean hadSession() {
        return token != null && session.isEmpty();
    }

    Session requireSession() {
        return session.orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN));
    }
}
