package linli.ledger;

import static linli.ledger.Desk.LI;
import static linli.ledger.Desk.LIN;
import static linli.ledger.Desk.WANG;
import static linli.ledger.RulesTest.row;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.PublicityEnded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckOutMissed;
import linli.entry.VolunteeringEvent.CheckedIn;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@link RulesTest}: hours on public show, visits nobody ended, corrections, and whose hours one decides about. */
final class PublicityRefusals {
    private static final EntryId NOWHERE = new EntryId(0, 99_999);
    /** Three days of public show; a purse of ten points. */
    private static final String SHOW = TestLedger.POLICY
            .replace("\"publicityDays\": 0", "\"publicityDays\": 3")
            .replace("\"holdingLimit\": 5000", "\"holdingLimit\": 10");

    private PublicityRefusals() {}

    static Stream<Arguments> rows() {
        return Stream.of(show(), disputes(), visits(), corrections(), ownHours())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> show() {
        return Stream.of(
                onShow(Rejection.ROLE_MISSING, "a clerk ends the show", (desk, id) -> desk.post(WANG, ended(id))),
                onShow(Rejection.UNKNOWN_RECORD, "of nothing", (desk, id) -> desk.post(LI, ended(NOWHERE))),
                row(Rejection.NOT_ON_SHOW, "of what waits", desk -> {
                    EntryId waits = desk.record(desk.enrol(), desk.activity());
                    return desk.post(LI, ended(waits));
                }),
                row(Rejection.NOT_ON_SHOW, "of what counts already", desk -> {
                    EntryId counts = desk.approved(desk.enrol());
                    return desk.post(LI, ended(counts));
                }),
                onShow(
                        Rejection.ON_SHOW_STILL,
                        "a day too early",
                        (desk, id) -> desk.after(2).post(Actor.NODE, ended(id))),
                onShow(Rejection.DISPUTED, "while somebody objects", (desk, id) -> {
                    desk.ok(WANG, disputed(id));
                    return desk.after(3).post(Actor.NODE, ended(id));
                }),
                row(Rejection.HOLDING_LIMIT, "more than a purse holds", unused -> {
                    Desk desk = Desk.staffed(SHOW);
                    VolunteerNo chen = desk.enrol();
                    EntryId activity = desk.activity();
                    EntryId long1 = desk.ok(WANG, hours(chen, activity, 300, null));
                    EntryId long2 = desk.ok(WANG, hours(chen, activity, 30, null));
                    desk.ok(LI, new HoursApproved(List.of(long1, long2), 1));
                    desk.after(3).ok(Actor.NODE, ended(long1));
                    return desk.post(Actor.NODE, ended(long2));
                }));
    }

    private static Stream<Arguments> disputes() {
        return Stream.of(
                onShow(Rejection.ROLE_MISSING, "the node objects", (desk, id) -> desk.post(Actor.NODE, disputed(id))),
                onShow(Rejection.UNKNOWN_RECORD, "to nothing", (desk, id) -> desk.post(WANG, disputed(NOWHERE))),
                row(
                        Rejection.NOT_ON_SHOW,
                        "to what counts already",
                        desk -> desk.post(WANG, disputed(desk.approved(desk.enrol())))),
                onShow(Rejection.DISPUTED, "twice", (desk, id) -> {
                    desk.ok(WANG, disputed(id));
                    return desk.post(WANG, disputed(id));
                }),
                onShow(Rejection.ROLE_MISSING, "a clerk dismisses", (desk, id) -> {
                    desk.ok(WANG, disputed(id));
                    return desk.post(WANG, dismissed(id));
                }),
                onShow(
                        Rejection.UNKNOWN_RECORD,
                        "dismissing nothing",
                        (desk, id) -> desk.post(LIN, dismissed(NOWHERE))),
                row(
                        Rejection.NOT_ON_SHOW,
                        "dismissing about what counts already",
                        desk -> desk.post(LIN, dismissed(desk.approved(desk.enrol())))),
                onShow(Rejection.NOT_DISPUTED, "nobody objected", (desk, id) -> desk.post(LIN, dismissed(id))),
                onShow(Rejection.SECOND_PERSON_NEEDED, "whoever approved it dismisses", (desk, id) -> {
                    desk.ok(WANG, disputed(id));
                    return desk.post(LI, dismissed(id));
                }));
    }

    private static Stream<Arguments> visits() {
        return Stream.of(
                row(Rejection.ROLE_MISSING, "a volunteer ends a missed visit", desk -> {
                    VolunteerNo chen = desk.enrol();
                    return desk.post(new Actor.Volunteer(chen), new CheckOutMissed(chen, desk.checkIn(chen)));
                }),
                row(
                        Rejection.NOT_CHECKED_IN,
                        "nobody came",
                        desk -> desk.post(Actor.NODE, new CheckOutMissed(desk.enrol(), NOWHERE))),
                row(Rejection.MAY_STILL_CHECK_OUT, "a minute too early", desk -> {
                    VolunteerNo chen = desk.enrol();
                    EntryId checkIn = desk.checkIn(chen);
                    desk.at += 719 * 60;
                    return desk.post(Actor.NODE, new CheckOutMissed(chen, checkIn));
                }),
                row(Rejection.MAY_STILL_CHECK_OUT, "on its last day", desk -> {
                    VolunteerNo chen = desk.enrol();
                    EntryId today =
                            desk.ok(WANG, new ActivityOpened("活动", "和平", "service", null, Desk.TODAY, null, null));
                    EntryId checkIn = desk.ok(WANG, new CheckedIn(chen, today));
                    return desk.post(Actor.NODE, new CheckOutMissed(chen, checkIn));
                }));
    }

    private static Stream<Arguments> corrections() {
        return Stream.of(
                row(Rejection.UNKNOWN_RECORD, "correcting nothing", desk -> {
                    return desk.post(WANG, hours(desk.enrol(), desk.activity(), 60, NOWHERE));
                }),
                row(Rejection.RECORD_STANDS, "correcting what counts", desk -> {
                    VolunteerNo chen = desk.enrol();
                    EntryId counts = desk.approved(chen);
                    return desk.post(WANG, hours(chen, desk.activity(), 60, counts));
                }),
                row(Rejection.RECORD_STANDS, "correcting what waits", desk -> {
                    VolunteerNo chen = desk.enrol();
                    EntryId activity = desk.activity();
                    return desk.post(WANG, hours(chen, activity, 60, desk.record(chen, activity)));
                }));
    }

    private static Stream<Arguments> ownHours() {
        return Stream.of(
                row(Rejection.SECOND_PERSON_NEEDED, "approving one's own hours", desk -> {
                    VolunteerNo self = desk.enrol();
                    desk.ok(LIN, new StaffAppointed("li", "李强", List.of(Role.APPROVER), self));
                    return desk.post(LI, new HoursApproved(List.of(desk.record(self, desk.activity())), 1));
                }),
                row(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "in office as nobody",
                        desk -> desk.post(
                                LIN,
                                new StaffAppointed("li", "李强", List.of(Role.APPROVER), new VolunteerNo(NOWHERE)))));
    }

    private interface WithRecord {
        Optional<Rejection> post(Desk desk, EntryId onShow);
    }

    /** With a record that hangs on the wall since today. */
    private static Arguments onShow(Rejection code, String name, WithRecord post) {
        Function<Desk, Optional<Rejection>> given = unused -> {
            Desk desk = Desk.staffed(SHOW);
            return post.post(desk, desk.approved(desk.enrol()));
        };
        return row(code, name, given::apply);
    }

    private static HoursRecorded hours(VolunteerNo volunteer, EntryId activity, int minutes, EntryId corrects) {
        return new HoursRecorded(volunteer, activity, Desk.TODAY, null, null, minutes, null, corrects);
    }

    private static PublicityEnded ended(EntryId record) {
        return new PublicityEnded(List.of(record));
    }

    private static HoursDisputed disputed(EntryId record) {
        return new HoursDisputed(record, "was not there");
    }

    private static DisputeDismissed dismissed(EntryId record) {
        return new DisputeDismissed(record, "was there");
    }
}
