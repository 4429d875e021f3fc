package linli.web.act;

import jakarta.servlet.http.HttpServletRequest;
import linli.web.caller.Verdicts;
import linli.web.door.Client;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.session.SignIn;
import linli.web.session.Verdict;

/** A second member of staff who stands beside the first one and types their own password. */
public final class SecondPerson {
    private final SignIn signIn;

    public SecondPerson(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Who they are, and what shows it; for this one request. */
    public record Credentials(String handle, String password) {
        /** Keeps the password out of whatever this might be written to. */
        @Override
        public String toString() {
            return "Credentials[withheld]";
        }
    }

    /** The handle of whoever has shown that it is them. What their office allows is for the rules to say. */
    public String vouched(Credentials typed, HttpServletRequest from) {
        Verdict<SignIn.Proven> verdict =
                signIn.staff(typed.handle(), typed.password().toCharArray(), Client.of(from.getRemoteAddr()));
        if (verdict instanceof Verdict.Wrong) {
            throw new ProblemException(Problem.SECOND_REFUSED);
        }
        SignIn.Proven proven = Verdicts.orProblem(verdict);
        if (proven.password().isInitial()) {
            throw new ProblemException(Problem.PASSWORD_CHANGE_NEEDED);
        }
        return proven.member().handle();
    }
}
