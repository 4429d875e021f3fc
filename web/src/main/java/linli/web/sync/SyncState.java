package linli.web.sync;

import java.util.Optional;
import linli.peer.Vouched;
import linli.sync.SyncStatus;

/** How reconciling stands, in one word. Being offline is none of them: it is normal. */
public enum SyncState {
    /** The node has nobody to reconcile with. */
    ALONE,
    /** It is the county's own node. */
    COUNTY,
    /** The county holds nothing of it yet. */
    NEVER_MET,
    /** The county holds a part of its log. */
    BEHIND,
    /** The county holds all of it. */
    UP_TO_DATE,
    /** It writes nothing, since others hold more of its log than it does. */
    HELD_BACK,
    /** A log is frozen, since its key has signed two. */
    FORKED;

    /** Whether somebody has to do something. */
    public boolean isWrong() {
        return this == HELD_BACK || this == FORKED;
    }

    static SyncState of(SyncStatus status, boolean isCounty) {
        if (!status.forked().isEmpty()) {
            return FORKED;
        }
        if (status.heldBack()) {
            return HELD_BACK;
        }
        return isCounty ? COUNTY : heldByCounty(status);
    }

    private static SyncState heldByCounty(SyncStatus status) {
        Optional<Vouched> something = status.county().filter(word -> word.size() > 0);
        if (something.isEmpty()) {
            return NEVER_MET;
        }
        return status.toCarry() > 0 ? BEHIND : UP_TO_DATE;
    }
}
