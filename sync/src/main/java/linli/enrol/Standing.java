package linli.enrol;

/**
 * What the county log, as far as this node has it, says of a branch. This is how certificates are revoked: there is no
 * list beside the log, and whoever has the log needs to ask nobody.
 *
 * <p>Asked in every handshake and for every request, by several threads, so an answer comes from memory.
 */
@FunctionalInterface
public interface Standing {
    /** Whether a branch is let in, and if not, why. */
    enum State {
        /** Enrolled, and its log now is the one the certificate was issued for. */
        GOOD("is a branch in good standing"),
        /** Never enrolled, as far as this node knows: it may have to fetch the county log first. */
        UNKNOWN("is not in the county log that is held here; reconcile with the county first"),
        /** BranchClosed. */
        CLOSED("has been closed by the county"),
        /** BranchKeyRotated: the branch has a newer log, and with it a newer certificate. */
        REPLACED("has a newer key; this certificate belongs to the older one");

        private final String meaning;

        State(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }
    }

    /** The standing of a branch; never asked about the county itself. */
    State of(PeerIdentity branch);
}
