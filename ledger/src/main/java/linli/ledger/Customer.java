package linli.ledger;

import java.time.LocalDate;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * What one volunteer redeemed at one branch.
 *
 * @param branch where
 * @param volunteer who
 * @param day the newest day on which they redeemed
 * @param redemptions of that day that were not reversed
 * @param newest head of the chain of their redemptions
 */
record Customer(
        int branch,
        VolunteerNo volunteer,
        @Nullable LocalDate day,
        int redemptions,
        @Nullable EntryId newest) {

    static Customer first(int branch, VolunteerNo volunteer) {
        return new Customer(branch, volunteer, null, 0, null);
    }

    int redemptionsOn(LocalDate today) {
        return today.equals(day) ? redemptions : 0;
    }

    Customer redeemed(LocalDate today, EntryId redemption) {
        return new Customer(branch, volunteer, today, redemptionsOn(today) + 1, redemption);
    }

    /** One of a day's redemptions is undone; it no longer counts if that day is still the newest. */
    Customer reversed(LocalDate redeemed) {
        return redeemed.equals(day) ? new Customer(branch, volunteer, day, redemptions - 1, newest) : this;
    }
}
