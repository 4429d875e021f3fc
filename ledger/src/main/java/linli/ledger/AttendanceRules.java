package linli.ledger;

import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;

/** The door: who is a volunteer here, who comes, who goes. */
final class AttendanceRules {
    private static final int SECONDS_PER_MINUTE = 60;

    private AttendanceRules() {}

    static void enrolled(VolunteerEnrolled event, Posting posting) {
        posting.needs(Role.CLERK);
        VolunteerNo no = new VolunteerNo(posting.id());
        posting.put(VolunteerAccount.opened(no, event.commitment(), posting.atSeconds()));
    }

    static void checkedIn(CheckedIn event, Posting posting) {
        ownHandOrClerk(event.volunteer(), posting);
        VolunteerAccount volunteer = posting.volunteer(event.volunteer());
        Activity activity = posting.activity(event.activity());
        Rejection.ACTIVITY_CLOSED.unless(activity.open(), "activity %s is closed", activity.id());
        Rejection.OUTSIDE_ACTIVITY.unless(
                activity.includes(posting.today()), "activity %s is not on today", activity.id());
        EntryId open = volunteer.openCheckIn();
        if (open != null) {
            throw Rejection.ALREADY_CHECKED_IN.because("%s is checked in already, with %s", volunteer.no(), open);
        }
        posting.put(volunteer.checkedIn(posting.id()));
        posting.put(Table.VISITS, posting.id().toLong(), new Table.Visit(activity.id(), posting.atSeconds()));
    }

    static void checkedOut(CheckedOut event, Posting posting) {
        ownHandOrClerk(event.volunteer(), posting);
        VolunteerAccount volunteer = posting.volunteer(event.volunteer());
        EntryId checkIn = event.checkIn();
        Table.Visit visit =
                checkIn.equals(volunteer.openCheckIn()) ? posting.get(Table.VISITS, checkIn.toLong()) : null;
        if (visit == null) {
            throw Rejection.NOT_CHECKED_IN.because("%s is not checked in with %s here", volunteer.no(), checkIn);
        }
        posting.put(volunteer.checkedOut());
        HoursRules.byClock(posting, volunteer.no(), visit, minutes(visit, posting));
    }

    /** Whole minutes, as a clock on the wall would count them. A visit nobody ended is cut at what a record can hold. */
    private static int minutes(Table.Visit visit, Posting posting) {
        long minutes = (posting.atSeconds() - visit.sinceSeconds()) / SECONDS_PER_MINUTE;
        return (int) Math.min(minutes, VolunteeringEvent.MAX_MINUTES);
    }

    private static void ownHandOrClerk(VolunteerNo volunteer, Posting posting) {
        posting.ownHandOr(Role.CLERK, volunteer, "volunteers check in and out for themselves");
    }
}
