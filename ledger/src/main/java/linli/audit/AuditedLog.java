package linli.audit;

import java.util.SortedMap;
import linli.log.Checkpoint;
import linli.log.LogInspection;
import org.jspecify.annotations.Nullable;

/**
 * What an audit saw in one log.
 *
 * @param origin of the log
 * @param branch whose it is; null where nobody who belongs has such a log
 * @param name of that branch for people, where the logs tell it
 * @param volume which of the branch's logs, from 0
 * @param first number of its first entry in the branch's journal
 * @param entries how many
 * @param checkpoints how many
 * @param newest the newest checkpoint that stands
 * @param cosignatures of known cosigners below its checkpoints, verified
 * @param signatures of entries verified
 * @param events how many entries of each type that this version knows
 * @param unknownTypes how many of each other type
 * @param replayed entries that were posted and held against the rules
 * @param waiting entries that rest on others that are not here
 * @param voided entries behind the end that the county has given the log
 * @param sums of the branch's whole journal, with its last log; null elsewhere
 * @param accountsCompared entries posted in the node's accounts when these were compared; null where they were not
 */
public record AuditedLog(
        String origin,
        @Nullable Integer branch,
        @Nullable String name,
        int volume,
        long first,
        long entries,
        long checkpoints,
        @Nullable Checkpoint newest,
        long cosignatures,
        long signatures,
        SortedMap<String, Long> events,
        SortedMap<String, Long> unknownTypes,
        long replayed,
        long waiting,
        long voided,
        @Nullable Sums sums,
        @Nullable Long accountsCompared) {

    /** A log that was read; what only all logs together tell is not in it yet. */
    static AuditedLog read(
            Holding holding,
            LogInspection.Summary summary,
            long signatures,
            SortedMap<String, Long> events,
            SortedMap<String, Long> unknownTypes,
            @Nullable LogPosting posting) {
        return new AuditedLog(
                holding.log().origin(),
                holding.branch(),
                null,
                holding.volume() == null ? 0 : holding.volume().ordinal(),
                holding.volume() == null ? 0 : holding.volume().first(),
                summary.entries(),
                summary.checkpoints(),
                summary.newest(),
                0,
                signatures,
                events,
                unknownTypes,
                posting == null ? 0 : posting.posted(),
                posting == null ? 0 : posting.waiting(),
                posting == null ? 0 : posting.voided(),
                null,
                null);
    }

    /** With what all logs together told. */
    AuditedLog told(
            @Nullable String branchName,
            long verifiedCosignatures,
            @Nullable Sums ofBranch,
            @Nullable Long inAccounts) {
        return new AuditedLog(
                origin,
                branch,
                branchName,
                volume,
                first,
                entries,
                checkpoints,
                newest,
                verifiedCosignatures,
                signatures,
                events,
                unknownTypes,
                replayed,
                waiting,
                voided,
                ofBranch,
                inAccounts);
    }
}
