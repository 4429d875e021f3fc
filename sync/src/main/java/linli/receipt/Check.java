package linli.receipt;

/**
 * Everything that can be found out about a receipt. Each has a sentence of its own in every language; the names are stable.
 *
 * <p>The values that go with each are told in its comment, in order.
 */
public enum Check {
    /** There is nothing. */
    EMPTY(Weight.WRONG),
    /** More bytes than any receipt has. */
    TOO_LONG(Weight.WRONG),
    /** The bytes are not text. */
    NOT_TEXT(Weight.WRONG),
    /** Some other text. */
    NOT_A_RECEIPT(Weight.WRONG),
    /** The end is missing. */
    CUT_SHORT(Weight.WRONG),
    /** Begins and ends like a receipt, and is not written like one in between. */
    GARBLED(Weight.WRONG),
    /** The line with name and salt is not written like one. */
    NAME_GARBLED(Weight.WRONG),
    /** A proof that comes without the entry it is about. */
    NO_ENTRY(Weight.WRONG),

    /** No log of this origin is known here: the origin. */
    UNKNOWN_LOG(Weight.WRONG),
    /** The key that was given is not of this log: the origin. */
    OTHER_LOG(Weight.WRONG),

    /** The log's key signed the checkpoint: the origin, the checkpoint's size. */
    LOG_SIGNATURE_HOLDS(Weight.GOOD),
    /** It did not: the origin. */
    LOG_SIGNATURE_WRONG(Weight.WRONG),
    /** The entry stands in that log: its place, the checkpoint's size. */
    PROOF_HOLDS(Weight.GOOD),
    /** Nothing shows that it does. */
    PROOF_WRONG(Weight.WRONG),
    /** The log's key signed the entry itself, for this place. */
    ENTRY_SIGNATURE_HOLDS(Weight.GOOD),
    /** It did not. */
    ENTRY_SIGNATURE_WRONG(Weight.WRONG),
    /** The bytes that stand there say nothing. */
    ENTRY_UNREADABLE(Weight.WRONG),
    /** A later Linli wrote the entry in another form. */
    LATER_VERSION(Weight.WRONG),
    /** An event that only a later Linli knows: its type. */
    UNKNOWN_EVENT(Weight.OPEN),

    /** By the county's log this was the branch's key then: the branch's name. */
    KEY_WAS_THEIRS(Weight.GOOD),
    /** The county ended the log before this entry: the branch's name, how many entries count. */
    VOID(Weight.WRONG),
    /** Checked with a key that was given; whose it is nobody here can say. */
    KEY_GIVEN(Weight.OPEN),
    /** The rules refuse the entry at its place, so it has no effect: the code of the refusal. */
    REFUSED(Weight.WRONG),
    /** This node's copy of the log has something else there. */
    CONTRADICTED(Weight.WRONG),

    /** The county's signature is under the checkpoint: when. */
    COUNTY_COSIGNED(Weight.GOOD),
    /** A line that should be the county's is not. */
    COUNTY_SIGNATURE_WRONG(Weight.WRONG),
    /** The county holds the log up to there, as is known here. */
    COUNTY_HAS_IT(Weight.GOOD),
    /** This node holds a copy of the log up to there, and it says the same. */
    HELD_HERE(Weight.GOOD),
    /** Nothing here says that the county has seen it. */
    COUNTY_NOT_SEEN(Weight.OPEN),
    /** Whether the county has it cannot be told without a node. */
    COUNTY_UNKNOWN(Weight.OPEN),

    /** The certificate is about somebody of this name: the name. */
    NAME_MATCHES(Weight.GOOD),
    /** It is about somebody else: the name. */
    NAME_DIFFERS(Weight.WRONG),
    /** A certificate without the line that proves the name. */
    NAME_MISSING(Weight.OPEN),
    /** A name with something that is no certificate. */
    NAME_OUT_OF_PLACE(Weight.WRONG);

    /** What follows from it. */
    public enum Weight {
        /** It speaks for the receipt. */
        GOOD,
        /** It remains open, and the receipt is no worse for it. */
        OPEN,
        /** The receipt does not hold. */
        WRONG
    }

    private final Weight weight;

    Check(Weight weight) {
        this.weight = weight;
    }

    public Weight weight() {
        return weight;
    }
}
