package linli.mirror;

import java.util.Optional;
import linli.ledger.Ledger;
import linli.log.ForkProof;
import linli.log.LogView;
import linli.log.SignedCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What others say of this node's own log. It is never copied from them, only held against what is here. */
final class OwnLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(OwnLog.class);

    private final Ledger ledger;
    private final OwnLogAlarm alarm;

    OwnLog(Ledger ledger, OwnLogAlarm alarm) {
        this.ledger = ledger;
        this.alarm = alarm;
    }

    boolean is(String origin) {
        return ledger.node().origin().equals(origin);
    }

    /** Whether it ends before this size. */
    boolean needs(long size) {
        return size > ledger.log().size();
    }

    /** The answer to a checkpoint that this node's key has signed. */
    Reply judge(long oldSize, SignedCheckpoint brought) {
        LogView log = ledger.log();
        boolean here = brought.size() <= log.size();
        if (here && log.root(brought.size()).equals(brought.root())) {
            return oldSize > brought.size() ? Replies.oldTooLarge() : Replies.taken(Optional.empty());
        }
        if (!here) {
            alarm.longerElsewhere(brought);
            return Replies.size(log.latestCheckpoint().size());
        }
        freeze(brought, newestOver(brought.size(), log), log);
        return Replies.forked(brought.origin(), ledger.fork().orElseThrow());
    }

    /** A proof needs a checkpoint that covers what is contradicted, and the last entries may have none yet. */
    private SignedCheckpoint newestOver(long size, LogView log) {
        SignedCheckpoint newest = log.latestCheckpoint();
        return newest.size() < size ? ledger.checkpoint() : newest;
    }

    private void freeze(SignedCheckpoint brought, SignedCheckpoint newest, LogView log) {
        LOGGER.error("This node's key has signed another log of size {}; its own log is frozen.", brought.size());
        ledger.freeze(
                brought.size() == newest.size()
                        ? ForkProof.ofSameSize(newest, brought)
                        : ForkProof.ofPrefix(
                                brought,
                                newest,
                                log.root(brought.size()),
                                log.consistencyProof(brought.size(), newest.size())));
    }
}
