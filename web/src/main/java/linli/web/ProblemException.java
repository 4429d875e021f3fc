package linli.web;

import java.time.Duration;

/** A request that ends in a {@link Problem}. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final Duration retryAfter;

    ProblemException(Problem problem) {
        this(problem, Duration.ZERO);
    }

    /** A problem that may be gone after a while. */
    ProblemException(Problem problem, Duration retryAfter) {
        super(problem.code());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    Problem problem() {
        return problem;
    }

    /** Zero where trying again does not help. */
    Duration retryAfter() {
        return retryAfter;
    }
}
