package linli.web.door;

import java.time.Duration;

/** A request that ends in a {@link Fault}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;
    private final Duration retryAfter;

    public ProblemException(Problem problem) {
        this(problem, Duration.ZERO);
    }

    /** A problem that may be gone after a while. */
    public ProblemException(Problem problem, Duration retryAfter) {
        this(problem.fault(), retryAfter);
    }

    public ProblemException(Fault fault) {
        this(fault, Duration.ZERO);
    }

    // The message is the code alone: what else there is to say is for whoever asked.
    private ProblemException(Fault fault, Duration retryAfter) {
        super(fault.code());
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    public Fault fault() {
        return fault;
    }

    /** Zero where trying again does not help. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
