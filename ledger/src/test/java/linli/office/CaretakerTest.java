package linli.office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.ledger.ServiceRecord;
import linli.ledger.Wish;
import linli.ledger.Wish.State;
import linli.log.Hash;
import linli.log.SigningKey;
import linli.office.Caretaker.Done;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens at a node because time passes. */
class CaretakerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Actor LIN = new Actor.Staff("lin");
    private static final Actor WANG = new Actor.Staff("wang");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-10T01:00:00Z"));
    private Ledger ledger;
    private Caretaker caretaker;
    private VolunteerNo chen;
    private EntryId service;

    /** Three days of public show, points that last two months, a purse of 20. */
    @BeforeEach
    void open() {
        String policy = Policy.defaultDocument()
                .replace("\"expiryMonths\": 24", "\"expiryMonths\": 2")
                .replace("\"holdingLimit\": 5000", "\"holdingLimit\": 20");
        ledger = Ledger.found(
                folder, "某县", "xx.linli", policy, SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]), now::get);
        ok(Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null));
        ok(Actor.NODE, new StaffAppointed("wang", "王芳", List.of(Role.CLERK), null));
        chen = new VolunteerNo(ok(WANG, new VolunteerEnrolled(Hash.EMPTY_TREE, TODAY)));
        service = ok(WANG, new ActivityOpened("活动", "和平", "service", null, TODAY.plusDays(1), null, 90));
        caretaker = new Caretaker(ledger);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), ledger.books().findings());
        ledger.close();
    }

    @Test
    void nothingIsDueToday() {
        approved(120);
        checkIn();
        assertEquals(Done.NOTHING, caretaker.doWhatIsDue());
    }

    @Test
    void pointsCountWhenTheirShowIsOverAndNobodyObjects() {
        EntryId first = approved(120);
        EntryId disputed = approved(60);
        ok(WANG, new HoursDisputed(disputed, "was not there"));
        pass(Duration.ofDays(3));
        assertEquals(new Done(0, 1, 0, 0), caretaker.doWhatIsDue());
        assertEquals(4, ledger.books().held(chen));
        assertEquals(2, ledger.books().passbooks().balance(chen).announced());
        assertEquals(
                first,
                ledger.books().passbooks().movements(0, chen, null, 5).get(0).cause());
        assertEquals(Done.NOTHING, caretaker.doWhatIsDue());
    }

    @Test
    void aPurseIsNeverFilledAboveItsLimitAndTheRestComesLater() {
        approved(300);
        approved(330);
        EntryId last = approved(60);
        pass(Duration.ofDays(3));
        assertEquals(new Done(0, 2, 0, 0), caretaker.doWhatIsDue(), "10 and 2 points; 11 do not fit");
        assertEquals(12, ledger.books().held(chen));
        ok(LIN, new PointsAdjusted(chen, -8, Basis.CORRECTION, "spent", null));
        assertEquals(new Done(0, 1, 0, 0), caretaker.doWhatIsDue());
        assertEquals(15, ledger.books().held(chen));
        assertEquals(
                ServiceRecord.State.APPROVED,
                ledger.books().record(last).orElseThrow().state());
    }

    @Test
    void whoForgotToCheckOutIsCheckedOutWhenTheActivityIsOver() {
        checkIn();
        pass(Duration.ofHours(11));
        assertEquals(Done.NOTHING, caretaker.doWhatIsDue());
        pass(Duration.ofHours(30));
        assertEquals(new Done(1, 0, 0, 0), caretaker.doWhatIsDue());
        assertEquals(90, ledger.books().toDo().pending().get(0).minutes());
        assertEquals(Done.NOTHING, caretaker.doWhatIsDue());
    }

    @Test
    void pointsLapseTheDayAfterTheirLast() {
        ok(LIN, new PointsAdjusted(chen, 5, Basis.CIVIC_ACT, "cleared snow", null));
        now.set(Instant.parse("2026-05-31T15:59:00Z"));
        assertEquals(Done.NOTHING, caretaker.doWhatIsDue(), "a minute before midnight in the county");
        pass(Duration.ofMinutes(1));
        assertEquals(new Done(0, 0, 1, 0), caretaker.doWhatIsDue());
        assertEquals(0, ledger.books().held(chen));
    }

    @Test
    void aWishEndsTheDayAfterItsLastUnlessSomebodySaysThatItIsDone() {
        EntryId open = ok(WANG, asked(TODAY.plusDays(2)));
        EntryId claimed = ok(WANG, asked(TODAY.plusDays(2)));
        EntryId done = ok(WANG, asked(TODAY.plusDays(2)));
        EntryId later = ok(WANG, asked(TODAY.plusDays(3)));
        ok(new Actor.Volunteer(chen), new WishClaimed(claimed, chen, null));
        ok(new Actor.Volunteer(chen), new WishClaimed(done, chen, null));
        ok(new Actor.Volunteer(chen), new WishFulfilled(done, null));
        now.set(Instant.parse("2026-03-12T15:59:00Z"));
        assertEquals(Done.NOTHING, caretaker.doWhatIsDue(), "a minute before midnight in the county");
        pass(Duration.ofMinutes(1));
        assertEquals(new Done(0, 0, 0, 2), caretaker.doWhatIsDue());
        assertEquals(Done.NOTHING, caretaker.doWhatIsDue());
        assertEquals(State.CLOSED, wish(open).state());
        assertEquals(End.EXPIRED, wish(claimed).closing().end());
        assertEquals(State.FULFILLED, wish(done).state());
        assertEquals(State.OPEN, wish(later).state());
        ok(LIN, new WishReleased(done, "it is not"));
        assertEquals(new Done(0, 0, 0, 1), caretaker.doWhatIsDue(), "its time was over already");
    }

    private static WishPosted asked(LocalDate lastDay) {
        return new WishPosted(Kind.WISH, null, "一副老花镜", null, 5, lastDay);
    }

    private Wish wish(EntryId id) {
        return ledger.books().wishes().find(id).orElseThrow();
    }

    private EntryId approved(int minutes) {
        EntryId record = ok(WANG, new HoursRecorded(chen, service, TODAY, null, null, minutes, null, null));
        ok(LIN, new HoursApproved(List.of(record), 1));
        return record;
    }

    private void checkIn() {
        ok(new Actor.Volunteer(chen), new CheckedIn(chen, service));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private EntryId ok(Actor by, Event event) {
        return ledger.post(Draft.once(by, event)).idOrThrow();
    }
}
