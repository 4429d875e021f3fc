package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Lot;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.Log;
import linli.log.LogReader;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Vkey;

/**
 * A county in a folder of its own, with its office staffed: {@code lin} manages, {@code wang} is a clerk, {@code li} approves.
 * Short words for what tests do all day.
 */
final class TestLedger implements AutoCloseable {
    /** The default policy without publicity, with points that last, and with managers who are trusted: so that most tests need no calendar. */
    static final String POLICY = Policy.defaultDocument()
            .replace("\"publicityDays\": 3", "\"publicityDays\": 0")
            .replace("\"expiryMonths\": 24", "\"expiryMonths\": 0")
            .replace("\"adjustAlone\": 100", "\"adjustAlone\": 100000");

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final SigningKey KEY = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);
    static final String ORIGIN = "xx.linli";
    static final Vkey VKEY = new Vkey(ORIGIN, Vkey.Role.NOTE, KEY.verifyKey());
    static final Actor LIN = new Actor.Staff("lin");
    static final Actor WANG = new Actor.Staff("wang");
    static final Actor LI = new Actor.Staff("li");
    static final Hash COMMITMENT = Hash.of(new byte[Hash.SIZE_BYTES]);

    final Path folder;
    final FakeClock clock;
    private Machine machine;
    private Ledger ledger;

    private TestLedger(Path folder, FakeClock clock, Machine machine, Ledger ledger) {
        this.folder = folder;
        this.clock = clock;
        this.machine = machine;
        this.ledger = ledger;
    }

    static TestLedger found(Path folder) {
        return found(folder, POLICY);
    }

    static TestLedger found(Path folder, String policy) {
        FakeClock clock = new FakeClock(TODAY, 8);
        Ledger ledger = Ledger.found(folder, "某县", ORIGIN, policy, KEY, clock);
        TestLedger test = new TestLedger(folder, clock, Machine.real(clock), ledger);
        test.ok(Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null));
        test.ok(LIN, new StaffAppointed("wang", "王芳", List.of(Role.CLERK), null));
        test.ok(LIN, new StaffAppointed("li", "李强", List.of(Role.APPROVER), null));
        return test;
    }

    /** That policy with one number or word in place of another. */
    static String policy(String field, String value) {
        String changed = POLICY.replaceFirst("(\"" + field + "\": )[^,\\n]+", "$1" + value);
        assertEquals(false, changed.equals(POLICY), "no such field: " + field);
        return changed;
    }

    static Ledger open(Path folder, Machine machine) {
        return Opening.open(NodeFolder.open(folder), KEY, machine, Progress.UNSEEN);
    }

    static Log openLog(Path folder) {
        return Log.open(
                Disk.real(),
                NodeFolder.open(folder).logFolder(),
                new NoteSigner(ORIGIN, KEY),
                (index, entry) -> true,
                Progress.UNSEEN);
    }

    static LogReader readLog(Path folder) {
        return LogReader.open(Disk.real(), NodeFolder.open(folder).logFolder(), VKEY);
    }

    /** From the next opening on. */
    TestLedger on(Disk disk, Duration saveEvery) {
        machine = new Machine(clock, disk, saveEvery);
        return this;
    }

    TestLedger reopen() {
        ledger.close();
        ledger = open(folder, machine);
        return this;
    }

    Ledger ledger() {
        return ledger;
    }

    Books books() {
        return ledger.books();
    }

    Outcome post(Actor by, Event event) {
        return ledger.post(Draft.once(by, event));
    }

    EntryId ok(Actor by, Event event) {
        return post(by, event).idOrThrow();
    }

    Rejection refused(Actor by, Event event) {
        return ((Outcome.Refused) post(by, event)).code();
    }

    VolunteerNo enrol() {
        return new VolunteerNo(ok(WANG, new VolunteerEnrolled(COMMITMENT, TODAY)));
    }

    EntryId activity(String category) {
        return ok(WANG, new ActivityOpened("活动", "和平社区", category, null, null, null, null));
    }

    /** Minutes of today, written down by the clerk. */
    EntryId record(VolunteerNo volunteer, EntryId activity, int minutes) {
        return record(volunteer, activity, TODAY, minutes);
    }

    EntryId record(VolunteerNo volunteer, EntryId activity, LocalDate day, int minutes) {
        return ok(WANG, new HoursRecorded(volunteer, activity, day, null, null, minutes, null, null));
    }

    /** Minutes from a time of a day on, written down by the clerk. */
    EntryId timed(VolunteerNo volunteer, EntryId activity, LocalDate day, int hour, int minutes) {
        long start = FakeClock.seconds(day, hour, 0);
        return ok(WANG, new HoursRecorded(volunteer, activity, day, start, start + minutes * 60L, minutes, null, null));
    }

    void approve(EntryId... records) {
        ok(LI, new HoursApproved(List.of(records), policyInForce()));
    }

    int policyInForce() {
        return books().policy().orElseThrow().version();
    }

    /** Served by the kiosk's clock. */
    EntryId serve(VolunteerNo volunteer, EntryId activity, int minutes) {
        Actor self = new Actor.Volunteer(volunteer);
        EntryId checkIn = ok(self, new CheckedIn(volunteer, activity));
        clock.pass(Duration.ofMinutes(minutes));
        return ok(self, new CheckedOut(volunteer, checkIn));
    }

    ServiceRecord recordOf(EntryId id) {
        return books().record(id).orElseThrow();
    }

    /** What must hold after every posting. */
    static void assertSound(Books books) {
        books.together(at -> {
            TreeMap<Integer, Long> sums = new TreeMap<>();
            for (PointsAccount account : at.pointsAccounts()) {
                sums.merge(account.branch(), account.points(), Long::sum);
                boolean held = account.kind() == PointsAccount.Kind.HELD;
                assertEquals(false, held && account.points() < 0, () -> "below zero: " + account);
            }
            sums.forEach((branch, sum) -> assertEquals(0, sum, "points of branch " + branch));
            long[] minutes = new long[1];
            at.volunteers(volunteer -> minutes[0] += volunteer.totalMinutes());
            long totals =
                    at.serviceTotals().stream().mapToLong(ServiceTotal::minutes).sum();
            assertEquals(minutes[0], totals, "volunteers' minutes and the totals");
            at.passbooks().purses(purse -> assertLotsAddUp(at, purse));
            at.shop().everyItem(item -> assertEquals(false, item.stock() < 0, () -> "below zero: " + item));
            return true;
        });
    }

    private static void assertLotsAddUp(Books books, Purse purse) {
        long held = books.passbooks().balance(purse.branch(), purse.volunteer()).held();
        assertEquals(held, Lots.of(purse.lots()).total(), () -> "lots of " + purse);
    }

    /** Points that never lapse are sent to another branch. */
    static PointsSent sending(VolunteerNo volunteer, long points, int toBranch) {
        return new PointsSent(volunteer, points, toBranch, List.of(new Lot(points, null)));
    }

    RequestId request(long number) {
        return new RequestId(number, ~number);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
