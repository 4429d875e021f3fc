package linli.log;

/** What a {@link Mirror} says to a new checkpoint of its log; the statuses are those of tlog-witness. */
public sealed interface HeadAnswer {
    /** It is the head now, durably, or was already (200). */
    record Accepted() implements HeadAnswer {}

    /** The old size is above that of the checkpoint itself (400). */
    record OldTooLarge() implements HeadAnswer {}

    /** The proof must start at {@code size}: that of the head, of what is complete under a longer head, or 0 (409). */
    record Conflict(long size) implements HeadAnswer {}

    /** The proof does not lead to this checkpoint (422). */
    record BadProof() implements HeadAnswer {}

    /** The log's key has signed two checkpoints that contradict each other; the mirror is frozen from now on. */
    record Fork(ForkProof proof) implements HeadAnswer {}

    /** The mirror was frozen before and takes nothing more. */
    record Frozen(ForkProof proof) implements HeadAnswer {}
}
