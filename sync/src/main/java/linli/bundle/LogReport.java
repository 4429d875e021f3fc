package linli.bundle;

/**
 * What came of one log in a bundle.
 *
 * @param origin of the log
 * @param size how many entries it had for the writer of the bundle
 * @param before how many of them were here before
 * @param fate what became of it
 * @param said more about it, for people; may be empty
 */
public record LogReport(String origin, long size, long before, Fate fate, String said) {

    /** What became of a log. */
    public enum Fate {
        /** All of it is here now. */
        TAKEN,
        /** All of it was here before. */
        NOTHING_NEW,
        /** It begins behind what is here; the receipt tells the writer where to begin next time. */
        GAP,
        /** The county has not enrolled it, as far as this node has heard. */
        UNKNOWN,
        /** The writer has more of this node's own log than the node itself: it was set back to an older state. */
        OWN_TAIL_MISSING,
        /** Its key has signed two logs; it is frozen. */
        FORKED,
        /** The desk refused it. */
        REFUSED
    }

    /** Whether somebody must look at it. */
    public boolean isTrouble() {
        return switch (fate) {
            case TAKEN, NOTHING_NEW -> false;
            case GAP, UNKNOWN, OWN_TAIL_MISSING, FORKED, REFUSED -> true;
        };
    }
}
