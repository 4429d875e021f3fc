package linli.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.CountyWitnessed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.log.Hash;
import linli.log.Vkey;
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
        return staffed(TestLedger.POLICY);
    }

    static Desk staffed(String policy) {
        Desk desk = new Desk();
        desk.ok(Actor.NODE, new CountyFounded("某县", "xx.linli", keyOf("xx.linli")));
        desk.ok(Actor.NODE, new PolicyAdopted(1, policy));
        desk.ok(Actor.NODE, new StaffAppointed("admin", "赵县长", List.of(Role.ADMIN), null));
        desk.ok(Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null));
        desk.ok(LIN, new StaffAppointed("wang", "王芳", List.of(Role.CLERK), null));
        desk.ok(LIN, new StaffAppointed("li", "李强", List.of(Role.APPROVER), null));
        return desk;
    }

    Optional<Rejection> post(Actor by, Event event) {
        return post(0, by, event);
    }

    /** As the entry of that branch's log whose index is {@link #next}: the desk counts through all logs. */
    Optional<Rejection> post(int branch, Actor by, Event event) {
        return answered(Rules.post(new EntryId(branch, next), entry(by, event), accounts));
    }

    /** As {@link #post(int, Actor, Event)}, for an entry that the branch is about to write. */
    Optional<Rejection> decide(int branch, Actor by, Event event) {
        return answered(Rules.decide(new EntryId(branch, next), entry(by, event), accounts));
    }

    private Optional<Rejection> answered(Optional<Outcome.Refused> refused) {
        if (refused.isEmpty()) {
            next++;
        }
        return refused.map(Outcome.Refused::code);
    }

    private Entry entry(Actor by, Event event) {
        return new Entry(at, by, new RequestId(next + 1, 0), event);
    }

    long next() {
        return next;
    }

    EntryId ok(Actor by, Event event) {
        return ok(0, by, event);
    }

    EntryId ok(int branch, Actor by, Event event) {
        EntryId id = new EntryId(branch, next);
        post(branch, by, event).ifPresent(code -> {
            throw new AssertionError(event + " is refused: " + code);
        });
        return id;
    }

    /** The branch is enrolled and has seen all there is. */
    void join(int number, String slug) {
        ok(ADMIN, branch(number, slug));
        ok(number, Actor.NODE, witnessed(next));
    }

    static BranchEnrolled branch(int number, String slug) {
        return new BranchEnrolled(number, slug, "社区", "xx.linli/" + slug, keyOf("xx.linli/" + slug));
    }

    static String keyOf(String origin) {
        return new Vkey(origin, Vkey.Role.NOTE, TestLedger.KEY.verifyKey()).toString();
    }

    static CountyWitnessed witnessed(long size) {
        return new CountyWitnessed(size, Hash.EMPTY_TREE, 0);
    }

    /** Points sent, and the entry that says so, signed for its place in the sender's log. */
    PointsReceived sent(int from, PointsSent event) {
        byte[] slip = signed(from, event, next);
        EntryId sent = ok(from, Actor.NODE, event);
        return new PointsReceived(sent, event.volunteer(), event.points(), SignedEntry.of(slip));
    }

    byte[] signed(int branch, Event event, long place) {
        Branch signer = accounts.get(Table.BRANCHES, branch);
        return EntryCodec.sign(entry(Actor.NODE, event), TestLedger.KEY, Vkey.ofText(signer.vkey()), place);
    }

    VolunteerNo enrol() {
        return new VolunteerNo(ok(WANG, new VolunteerEnrolled(TestLedger.COMMITMENT, TODAY)));
    }

    EntryId activity() {
        return ok(WANG, new ActivityOpened("活动", "和平社区", "service", null, null, null, null));
    }

    EntryId record(VolunteerNo volunteer, EntryId activity) {
        return ok(WANG, hours(volunteer, activity));
    }

    static HoursRecorded hours(VolunteerNo volunteer, EntryId activity) {
        return new HoursRecorded(volunteer, activity, TODAY, null, null, 60, null, null);
    }

    /** Some days later. */
    Desk after(int days) {
        at += days * 86_400L;
        return this;
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
