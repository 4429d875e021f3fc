package linli.ledger;

import java.util.Objects;
import linli.entry.EntryId;
import linli.entry.HoursEvent;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckOutMissed;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.PinSet;
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

    /** Guests have their PIN at home. */
    static void pinSet(PinSet event, Posting posting) {
        VolunteerNo no = event.volunteer();
        posting.ownHandOr(Role.CLERK, no, "volunteers choose their own PIN");
        Rejection.UNKNOWN_VOLUNTEER.unless(
                no.entry().branch() == posting.branch()
                        && !posting.volunteer(no).guest(),
                "no volunteer has the number %s",
                no);
        LastPin last = new LastPin(no, posting.id(), posting.by().written(), posting.atSeconds());
        posting.put(Table.PINS, no.entry().toLong(), last);
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
        posting.put(
                Table.VISITS,
                posting.id().toLong(),
                new Visit(posting.id(), volunteer.no(), activity.id(), posting.atSeconds()));
    }

    static void checkedOut(CheckedOut event, Posting posting) {
        ownHandOrClerk(event.volunteer(), posting);
        Visit visit = end(event.volunteer(), event.checkIn(), posting);
        HoursRules.byClock(posting, visit.volunteer(), visit, minutes(visit, posting));
    }

    static void checkOutMissed(CheckOutMissed event, Posting posting) {
        posting.needs(Role.CLERK);
        Visit visit = end(event.volunteer(), event.checkIn(), posting);
        HoursPolicy policy = posting.policy().hours();
        Activity activity = posting.activity(visit.activity());
        int minutes = minutes(visit, posting);
        Rejection.MAY_STILL_CHECK_OUT.unless(
                minutes >= policy.longestSessionMinutes() || activity.isOverOn(posting.today()),
                "%s came %s minutes ago, and the activity is on",
                event.volunteer(),
                minutes);
        int usual = Objects.requireNonNullElse(activity.usualMinutes(), policy.forgottenMinutes());
        HoursRules.guessed(posting, visit.volunteer(), visit, Math.min(minutes, usual));
    }

    private static Visit end(VolunteerNo no, EntryId checkIn, Posting posting) {
        VolunteerAccount volunteer = posting.volunteer(no);
        Visit visit = checkIn.equals(volunteer.openCheckIn()) ? posting.get(Table.VISITS, checkIn.toLong()) : null;
        if (visit == null) {
            throw Rejection.NOT_CHECKED_IN.because("%s is not checked in with %s here", no, checkIn);
        }
        posting.put(volunteer.checkedOut());
        posting.remove(Table.VISITS, checkIn.toLong());
        return visit;
    }

    /** Whole minutes, as a clock on the wall would count them. A visit nobody ended is cut at what a record can hold. */
    private static int minutes(Visit visit, Posting posting) {
        long minutes = (posting.atSeconds() - visit.sinceSeconds()) / SECONDS_PER_MINUTE;
        return (int) Math.min(minutes, HoursEvent.MAX_MINUTES);
    }

    private static void ownHandOrClerk(VolunteerNo volunteer, Posting posting) {
        posting.ownHandOr(Role.CLERK, volunteer, "volunteers check in and out for themselves");
    }
}
