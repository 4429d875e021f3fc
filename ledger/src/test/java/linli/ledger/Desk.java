package linli.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.HoursApproved;
import linli.entry.VolunteeringEvent.HoursRecorded;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import org.jspecify.annotations.Nullable;

/** Rules and accounts in memory, without log or disk. In the office: admin, lin (manager), wang (clerk), li (approver). */
final class Desk {
    static final LocalDate TODAY = TestLedger.TODAY;
    static final Actor ADMIN = new Actor.Staff("admin");
    static final Actor LIN = TestLedger.LIN;
    static final Actor WANG = TestLedger.WANG;
    static final Actor LI = TestLedger.LI;

    final Changes accounts = new Changes(new Accounts() {
        @Override
        public <V extends Record> @Nullable V get(Table<V> table, long key) {
            return null;
        }
    });
    long at = FakeClock.seconds(TODAY, 9, 0);
    private long next;

    /** Nothing is posted yet. */
    static Desk empty() {
        return new Desk();
    }

    static Desk staffed() {
        Desk desk = new Desk();
        desk.ok(Actor.NODE, new CountyFounded("某县", "xx.linli", "key"));
        desk.ok(Actor.NODE, new PolicyAdopted(1, Policy.defaultDocument()));
        desk.ok(Actor.NODE, new StaffAppointed("admin", "赵县长", List.of(Role.ADMIN)));
        desk.ok(Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER)));
        desk.ok(LIN, new StaffAppointed("wang", "王芳", List.of(Role.CLERK)));
        desk.ok(LIN, new StaffAppointed("li", "李强", List.of(Role.APPROVER)));
        return desk;
    }

    Optional<Rejection> post(Actor by, Event event) {
        return post(0, by, new RequestId(next + 1, 0), event);
    }

    Optional<Rejection> post(int branch, Actor by, RequestId request, Event event) {
        Entry entry = new Entry(at, by, request, event);
        Optional<Outcome.Refused> refused = Rules.post(new EntryId(branch, next), entry, accounts);
        if (refused.isEmpty()) {
            next++;
        }
        return refused.map(Outcome.Refused::code);
    }

    EntryId ok(Actor by, Event event) {
        EntryId id = new EntryId(0, next);
        post(by, event).ifPresent(code -> {
            throw new AssertionError(event + " is refused: " + code);
        });
        return id;
    }

    VolunteerNo enrol() {
        return new VolunteerNo(ok(WANG, new VolunteerEnrolled(TestLedger.COMMITMENT, TODAY)));
    }

    EntryId activity() {
        return ok(WANG, new ActivityOpened("活动", "和平社区", "service", null, null, null));
    }

    EntryId record(VolunteerNo volunteer, EntryId activity) {
        return ok(WANG, hours(volunteer, activity));
    }

    static HoursRecorded hours(VolunteerNo volunteer, EntryId activity) {
        return new HoursRecorded(volunteer, activity, TODAY, null, null, 60, null);
    }

    EntryId approved(VolunteerNo volunteer) {
        EntryId record = record(volunteer, activity());
        ok(LI, new HoursApproved(List.of(record), 1));
        return record;
    }

    EntryId checkIn(VolunteerNo volunteer) {
        return ok(new Actor.Volunteer(volunteer), new CheckedIn(volunteer, activity()));
    }
}
