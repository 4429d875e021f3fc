package linli.web.sync;

import java.time.Instant;
import linli.sync.SyncStatus;
import org.jspecify.annotations.Nullable;

/**
 * How reconciling stands, in one sentence.
 *
 * @param state in one word
 * @param countyHolds entries of this node's log that the county durably holds
 * @param seen how long ago the county said so; null where it has not, or is not asked
 * @param toCarry entries that have yet to be carried to the county
 */
public record SyncLine(
        SyncState state, long countyHolds, @Nullable Ago seen, long toCarry) {
    /** Of a node that has nobody to reconcile with. */
    static final SyncLine ALONE = new SyncLine(SyncState.ALONE, 0, null, 0);

    /**
     * The sentence for a status.
     *
     * @param isCounty whether it is the county's own node, whose log is carried nowhere
     */
    public static SyncLine of(SyncStatus status, boolean isCounty, Instant now) {
        return new SyncLine(
                SyncState.of(status, isCounty),
                status.county().map(word -> word.size()).orElse(0L),
                status.county()
                        .map(word -> Ago.between(Instant.ofEpochSecond(word.atSeconds()), now))
                        .orElse(null),
                isCounty ? 0 : status.toCarry());
    }

    /** Index of the last entry that the county holds, where it holds any. */
    public long lastHeld() {
        return countyHolds - 1;
    }
}
