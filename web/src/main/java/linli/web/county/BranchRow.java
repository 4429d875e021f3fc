package linli.web.county;

import java.time.ZonedDateTime;
import linli.web.sync.Ago;
import linli.web.sync.SyncOverview;
import org.jspecify.annotations.Nullable;

/**
 * A community as the county sees it.
 *
 * @param number its number
 * @param name for people
 * @param slug its short name
 * @param origin of the log it writes now
 * @param open whether the county has not closed it
 * @param own whether it is this node's own
 * @param keys how many keys it has had
 * @param held entries that are here and count
 * @param posted those of them that are in the accounts
 * @param waiting why the others are not; null where none wait
 * @param findings entries that a rule refuses
 * @param forked whether its log was signed in two versions
 * @param seenAt when this node last signed for what it brought; null where it never did
 * @param seen how long ago that was
 * @param minutes of service that count
 */
public record BranchRow(
        int number,
        String name,
        String slug,
        String origin,
        boolean open,
        boolean own,
        int keys,
        long held,
        long posted,
        SyncOverview.@Nullable Waiting waiting,
        long findings,
        boolean forked,
        @Nullable ZonedDateTime seenAt,
        @Nullable Ago seen,
        long minutes) {
    /** Index of the last entry that is here, where any is. */
    public long last() {
        return held - 1;
    }

    /** How it stands, in one word: the words have a sentence for each. */
    public String state() {
        if (forked) {
            return "FORKED";
        }
        if (!open) {
            return "CLOSED";
        }
        if (held == 0) {
            return "NOTHING";
        }
        return posted < held ? "WAITING" : "WHOLE";
    }
}
