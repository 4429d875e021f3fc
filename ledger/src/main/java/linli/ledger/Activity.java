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
 * @param open whether volunteers can check in
 */
public record Activity(
        EntryId id,
        String name,
        String place,
        String category,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String inCharge,
        boolean open) {

    Activity closed() {
        return new Activity(id, name, place, category, firstDay, lastDay, inCharge, false);
    }

    boolean includes(LocalDate day) {
        return (firstDay == null || !day.isBefore(firstDay)) && (lastDay == null || !day.isAfter(lastDay));
    }
}
