package linli.web.caller;

import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.session.Verdict;

/** What came of a try, as HTTP. */
public final class Verdicts {
    private Verdicts() {}

    /** What the secret opens; anything else ends the request. */
    public static <T> T orProblem(Verdict<T> verdict) {
        if (verdict instanceof Verdict.Right<T> right) {
            return right.opened();
        }
        if (verdict instanceof Verdict.TooManyTries<T> tooMany) {
            throw new ProblemException(Problem.TOO_MANY_TRIES, tooMany.retryAfter());
        }
        if (verdict instanceof Verdict.Busy<T> busy) {
            throw new ProblemException(Problem.BUSY, busy.retryAfter());
        }
        throw new ProblemException(Problem.SIGN_IN_REFUSED);
    }
}
