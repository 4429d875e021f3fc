package linli.enrol;

/** What came of an attempt to redeem a code. */
public sealed interface Redemption {

    /**
     * The code is good, and now belongs to the applicant's keys; to the same keys it is granted again.
     *
     * @param invite what may be done, and under which request id
     */
    record Granted(Invite invite) implements Redemption {}

    /** Nothing was taken. */
    record Refused(Reason reason) implements Redemption {}

    /** Stable names of refusals, in order of precedence. */
    enum Reason {
        TOO_MANY_TRIES("There were too many attempts. Try again in an hour."),
        UNKNOWN_CODE("The county does not know this code. Check it, or ask the county for a new one."),
        USED("Another node has used this code already. Ask the county for a new one, and tell it if it was not you."),
        EXPIRED("This code has expired. Ask the county for a new one.");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }

        /** For the person who joins. */
        public String advice() {
            return advice;
        }
    }
}
