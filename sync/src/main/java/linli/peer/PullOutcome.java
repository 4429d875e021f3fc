package linli.peer;

import linli.log.ForkProof;
import linli.log.SignedCheckpoint;

/** How fetching a log from another node ended, where the two could talk at all. */
public sealed interface PullOutcome {
    /** What it has cost. */
    Traffic traffic();

    /** Every entry up to the peer's checkpoint is durably here. */
    record Complete(SignedCheckpoint checkpoint, Traffic traffic) implements PullOutcome {}

    /** What is here reaches further already, with a head of {@code size}; the peer is the one to be brought the rest. */
    record OursIsLonger(long size, Traffic traffic) implements PullOutcome {}

    /** Somebody else brought a newer head of this log meanwhile; what was fetched is kept, the next meeting goes on. */
    record Overtaken(Traffic traffic) implements PullOutcome {}

    /** The log's key has signed two checkpoints that no one log can have; the copy is frozen. */
    record Forked(ForkProof proof, Traffic traffic) implements PullOutcome {}
}
