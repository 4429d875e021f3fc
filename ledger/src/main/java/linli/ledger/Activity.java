package linli.ledger;

import java.time.LocalDate;
import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it stands.
 *
 * @param id the ActivityOpened entry
 * @param name for people
 * @param place where
 * @param category code in the policy
 * @param firstDay when it begins, if known
 * @param lastDay when it ends, if known
 * @param inCharge the person in charge, if named
 * @param usualMinutes how long one serves in it as a rule, if known
 * @param closing by which entry it was closed; absent while volunteers can check in
 * @param stars how good it was, 1 to 5, if somebody said
 */
public record Activity(
        EntryId id,
        String name,
        String place,
        String category,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String inCharge,
        @Nullable Integer usualMinutes,
        @Nullable EntryId closing,
        @Nullable Integer stars) {

    /** Whether volunteers can check in. */
    public boolean open() {
        return closing == null;
    }

    Activity closed(EntryId by, @Nullable Integer rated) {
        return new Activity(id, name, place, category, firstDay, lastDay, inCharge, usualMinutes, by, rated);
    }

    /** Whether nobody serves in it any more: it is closed, or its last day has passed. */
    public boolean isOverOn(LocalDate day) {
        return !open() || (lastDay != null && day.isAfter(lastDay));
    }

    /** Whether a day is one of its days. */
    public boolean includes(LocalDate day) {
        return (firstDay == null || !day.isBefore(firstDay)) && (lastDay == null || !day.isAfter(lastDay));
    }
}
