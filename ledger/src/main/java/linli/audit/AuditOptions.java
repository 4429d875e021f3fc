package linli.audit;

/**
 * How thorough an audit is.
 *
 * @param deep whether the signature of every entry is verified; the tree vouches for the bytes even without
 * @param threads that verify signatures, 1 or more
 */
public record AuditOptions(boolean deep, int threads) {
    public AuditOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("an audit needs a thread, not " + threads);
        }
    }

    /** Without verifying every signature. */
    public static AuditOptions quick() {
        return new AuditOptions(false, Runtime.getRuntime().availableProcessors());
    }

    /** With every signature, on all cores. */
    public static AuditOptions everySignature() {
        return new AuditOptions(true, Runtime.getRuntime().availableProcessors());
    }
}
