package linli.audit;

import java.util.SortedMap;
import linli.log.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * What an audit saw in one log.
 *
 * @param origin of the log
 * @param branch whose it is
 * @param name of that branch for people, where the log tells it
 * @param entries how many
 * @param checkpoints how many
 * @param newest the newest checkpoint that stands
 * @param signatures of entries verified
 * @param events how many entries of each type that this version knows
 * @param unknownTypes how many of each other type
 * @param replayed entries that were posted and held against the rules
 * @param sums of what was posted
 * @param accountsCompared entries posted in the node's accounts when these were compared; null where they were not
 */
public record AuditedLog(
        String origin,
        int branch,
        @Nullable String name,
        long entries,
        long checkpoints,
        @Nullable Checkpoint newest,
        long signatures,
        SortedMap<String, Long> events,
        SortedMap<String, Long> unknownTypes,
        long replayed,
        Sums sums,
        @Nullable Long accountsCompared) {}
