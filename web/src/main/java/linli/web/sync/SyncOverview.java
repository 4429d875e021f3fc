package linli.web.sync;

import java.time.ZonedDateTime;
import java.util.List;
import linli.ledger.Standing;
import org.jspecify.annotations.Nullable;

/**
 * How reconciling stands, in full. It names nodes and communities, and no person.
 *
 * @param line in one sentence
 * @param ownSize entries in this node's own log
 * @param countyAt when the county said what it holds, in the county's time zone; null while it holds nothing
 * @param contacts the nodes that are met, the county first
 * @param waiting journals with entries that cannot be posted yet
 * @param forked logs that are frozen
 * @param heldBack whether this node writes nothing
 * @param branches every community of the county, the county first
 */
public record SyncOverview(
        SyncLine line,
        long ownSize,
        @Nullable ZonedDateTime countyAt,
        List<Contact> contacts,
        List<Waiting> waiting,
        List<Forked> forked,
        boolean heldBack,
        List<Share> branches) {

    /**
     * A node that is met.
     *
     * @param name its address
     * @param lastMet when it was last met and all went well; null before the first time
     * @param ago how long ago that was
     * @param problem why the last attempt failed, as a code or a sentence; null where it did not
     * @param underWay whether it is being met now
     */
    public record Contact(
            String name,
            @Nullable ZonedDateTime lastMet,
            @Nullable Ago ago,
            @Nullable String problem,
            boolean underWay) {}

    /**
     * A journal that waits for the county's log, or for this node to be updated.
     *
     * @param branch whose
     * @param name the community's; its number where the name is not known here
     * @param entries how many wait
     * @param reason what they wait for
     * @param awaitsCounty how much of the county's log they wait for; 0 where it is not that
     */
    public record Waiting(int branch, String name, long entries, Standing.Wait reason, long awaitsCounty) {}

    /**
     * A log whose key has signed two.
     *
     * @param origin the log's
     * @param name the community's; the origin where it is not known here
     */
    public record Forked(String origin, String name) {}

    /**
     * What is here of one community's journal.
     *
     * @param branch its number
     * @param name for people
     * @param held entries that are here and count
     * @param posted those of them that are in the accounts
     * @param open whether the county has not closed it
     */
    public record Share(int branch, String name, long held, long posted, boolean open) {}
}
