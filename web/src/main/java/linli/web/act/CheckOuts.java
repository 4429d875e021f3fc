package linli.web.act;

import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.ledger.Books;
import linli.ledger.Outcome;
import linli.ledger.Rejection;
import linli.ledger.VolunteerAccount;
import linli.web.door.ProblemException;
import linli.web.door.Refusals;

/** Checking out names the check-in that it ends, which whoever leaves need not know. */
public final class CheckOuts {
    private CheckOuts() {}

    /**
     * The check-out of a volunteer who is here.
     *
     * @param earlier what the same request has written before
     */
    public static CheckedOut of(VolunteerNo volunteer, Books books, Optional<Event> earlier) {
        if (earlier.isPresent() && earlier.get() instanceof CheckedOut before) {
            return new CheckedOut(volunteer, before.checkIn());
        }
        EntryId checkIn = books.volunteer(volunteer)
                .map(VolunteerAccount::openCheckIn)
                .orElseThrow(() -> new ProblemException(Refusals.of(
                        new Outcome.Refused(Rejection.NOT_CHECKED_IN, volunteer + " is not checked in here"))));
        return new CheckedOut(volunteer, checkIn);
    }
}
