package linli.web.caller;

import java.util.Optional;
import linli.web.session.Session;

/** Who is there, by the tokens that they bring. */
public interface Callers {
    /** A node that is only just being set up knows nobody. */
    Callers NOBODY = new Callers() {
        @Override
        public Optional<InSession> inSession(String token) {
            return Optional.empty();
        }

        @Override
        public Optional<Caller> device(String token) {
            return Optional.empty();
        }
    };

    /** A caller, and the session in which they call. */
    record InSession(Caller caller, Session session) {}

    /** Who holds a session; one whose holder is gone is over. */
    Optional<InSession> inSession(String token);

    /** The device of a token. */
    Optional<Caller> device(String token);
}
