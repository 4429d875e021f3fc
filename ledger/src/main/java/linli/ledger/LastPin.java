package linli.ledger;

import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/**
 * Who set a volunteer's PIN last, since they were enrolled.
 *
 * @param volunteer whose
 * @param entry that says so
 * @param by who did, as {@link Actor#written} has it
 * @param atSeconds when, in epoch seconds
 */
public record LastPin(VolunteerNo volunteer, EntryId entry, String by, long atSeconds) {
    /** Whether somebody else did than the volunteer. */
    public boolean byStaff() {
        return !(Actor.parse(by) instanceof Actor.Volunteer);
    }
}
