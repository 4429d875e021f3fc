package linli.ledger;

/** How hours are known. The two classes stay apart on every total. */
public enum Evidence {
    /** Checked in and out by a node's clock. */
    CLOCK,
    /** Written down afterwards by staff. */
    BACKFILL
}
