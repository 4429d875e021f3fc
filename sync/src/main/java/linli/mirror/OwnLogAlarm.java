package linli.mirror;

import linli.log.SignedCheckpoint;

/** Who is told when somebody else knows more of this node's own log than the node itself. */
@FunctionalInterface
public interface OwnLogAlarm {
    /**
     * This node's key has signed more than the node remembers: it was set back to an older state, and must write nothing more
     * before it has its own newest entry again.
     *
     * @param checkpoint of this node's log, its signature verified
     */
    void longerElsewhere(SignedCheckpoint checkpoint);
}
