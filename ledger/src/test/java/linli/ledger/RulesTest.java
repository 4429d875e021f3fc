package linli.ledger;

import static linli.ledger.Desk.ADMIN;
import static linli.ledger.Desk.LI;
import static linli.ledger.Desk.LIN;
import static linli.ledger.Desk.TODAY;
import static linli.ledger.Desk.WANG;
import static linli.ledger.Desk.branch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A row for every rule, and for every two rules whose order can be seen. */
class RulesTest {
    private static final EntryId NOWHERE = new EntryId(0, 99_999);
    private static final VolunteerNo NOBODY = new VolunteerNo(NOWHERE);
    private static final Actor STRANGER = new Actor.Staff("stranger");
    private static final Event ENROLMENT = new VolunteerEnrolled(TestLedger.COMMITMENT, TODAY);
    private static final Event LATER = new Event.Unknown("of.a.later.version");

    /** Prepares a desk, posts the event in question, and says how it was answered. */
    interface Case extends Function<Desk, Optional<Rejection>> {}

    private static Stream<Arguments> refusals() {
        return Stream.of(
                        place(),
                        county(),
                        office(),
                        activities(),
                        attendance(),
                        hours(),
                        points(),
                        precedence(),
                        BranchRefusals.rows(),
                        PublicityRefusals.rows(),
                        PaperRefusals.rows(),
                        PointsRefusals.rows(),
                        WishRefusals.rows(),
                        ClaimRefusals.rows(),
                        TeamRefusals.rows(),
                        ShopRefusals.rows())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> place() {
        return Stream.of(
                row(Rejection.NOT_IN_SERVICE, "of a later version", desk -> desk.post(LIN, LATER)),
                row(Rejection.TIME_RUNS_BACKWARDS, "earlier than the last entry", desk -> {
                    desk.at--;
                    return desk.post(WANG, ENROLMENT);
                }),
                row(Rejection.NOT_FOUNDED, "a log of no branch", desk -> desk.post(3, Actor.NODE, ENROLMENT)),
                row(
                        Rejection.NOT_FOUNDED,
                        "before the founding",
                        desk -> Desk.empty().post(WANG, ENROLMENT)),
                row(Rejection.NOT_FOUNDED, "before the first policy", desk -> {
                    Desk young = Desk.empty();
                    young.ok(Actor.NODE, new CountyFounded("某县", "xx.linli", Desk.keyOf("xx.linli")));
                    return young.post(Actor.NODE, opened("service"));
                }));
    }

    private static Stream<Arguments> county() {
        return Stream.of(
                row(
                        Rejection.ALREADY_FOUNDED,
                        "founded twice",
                        desk -> desk.post(Actor.NODE, new CountyFounded("县", "yy.linli", "key"))),
                row(
                        Rejection.COUNTY_ONLY,
                        "a branch founds a county",
                        desk -> Desk.empty().post(1, Actor.NODE, new CountyFounded("县", "yy.linli", "key"))),
                row(Rejection.COUNTY_ONLY, "a branch adopts a policy", desk -> {
                    desk.join(1, "heping");
                    return desk.post(1, Actor.NODE, policy(2));
                }),
                row(Rejection.COUNTY_ONLY, "a branch enrols a branch", desk -> {
                    desk.join(1, "heping");
                    return desk.post(1, Actor.NODE, branch(2, "xinhua"));
                }),
                row(Rejection.ROLE_MISSING, "a manager adopts a policy", desk -> desk.post(LIN, policy(2))),
                row(Rejection.ROLE_MISSING, "a manager enrols a branch", desk -> desk.post(LIN, branch(1, "heping"))),
                row(
                        Rejection.POLICY_INVALID,
                        "a document that is no policy",
                        desk -> desk.post(ADMIN, new PolicyAdopted(2, "{}"))),
                row(Rejection.POLICY_VERSION, "a version left out", desk -> desk.post(ADMIN, policy(3))),
                row(Rejection.POLICY_VERSION, "a version again", desk -> desk.post(ADMIN, policy(1))),
                row(Rejection.BRANCH_TAKEN, "a number left out", desk -> desk.post(ADMIN, branch(2, "heping"))),
                row(Rejection.BRANCH_TAKEN, "a number again", desk -> {
                    desk.ok(ADMIN, branch(1, "heping"));
                    return desk.post(ADMIN, branch(1, "xinhua"));
                }),
                row(Rejection.BRANCH_TAKEN, "a slug again", desk -> {
                    desk.ok(ADMIN, branch(1, "heping"));
                    return desk.post(ADMIN, branch(2, "heping"));
                }),
                row(
                        Rejection.BRANCH_TAKEN,
                        "the county's origin",
                        desk -> desk.post(
                                ADMIN, new BranchEnrolled(1, "heping", "和平", "xx.linli", Desk.keyOf("xx.linli")))));
    }

    private static Stream<Arguments> office() {
        return Stream.of(
                row(Rejection.UNKNOWN_STAFF, "nobody of this name", desk -> desk.post(STRANGER, ENROLMENT)),
                row(Rejection.UNKNOWN_STAFF, "dismissed", desk -> {
                    desk.ok(LIN, new StaffDismissed("wang", "moved away"));
                    return desk.post(WANG, ENROLMENT);
                }),
                row(
                        Rejection.UNKNOWN_STAFF,
                        "nobody to dismiss",
                        desk -> desk.post(LIN, new StaffDismissed("stranger", "x"))),
                row(Rejection.ROLE_MISSING, "a clerk appoints", desk -> desk.post(WANG, appointed("zhao", Role.CLERK))),
                row(
                        Rejection.ROLE_MISSING,
                        "a clerk dismisses",
                        desk -> desk.post(WANG, new StaffDismissed("li", "x"))),
                row(
                        Rejection.ROLE_MISSING,
                        "a manager makes an administrator",
                        desk -> desk.post(LIN, appointed("lin", Role.ADMIN))),
                row(
                        Rejection.ROLE_MISSING,
                        "a manager demotes an administrator",
                        desk -> desk.post(LIN, appointed("admin", Role.CLERK))),
                row(
                        Rejection.ROLE_MISSING,
                        "a manager dismisses an administrator",
                        desk -> desk.post(LIN, new StaffDismissed("admin", "x"))),
                row(Rejection.ROLE_MISSING, "an approver enrols", desk -> desk.post(LI, ENROLMENT)));
    }

    private static Stream<Arguments> activities() {
        return Stream.of(
                row(Rejection.ROLE_MISSING, "an approver opens", desk -> desk.post(LI, opened("service"))),
                row(Rejection.UNKNOWN_CATEGORY, "a category of no policy", desk -> desk.post(WANG, opened("sleeping"))),
                row(
                        Rejection.ROLE_MISSING,
                        "an approver closes",
                        desk -> desk.post(LI, new ActivityClosed(desk.activity(), null, null))),
                row(
                        Rejection.UNKNOWN_ACTIVITY,
                        "closing nothing",
                        desk -> desk.post(WANG, new ActivityClosed(NOWHERE, null, null))),
                row(Rejection.UNKNOWN_ACTIVITY, "closing another branch's", desk -> {
                    desk.join(1, "heping");
                    return desk.post(1, Actor.NODE, new ActivityClosed(desk.activity(), null, null));
                }),
                row(Rejection.ACTIVITY_CLOSED, "closing twice", desk -> {
                    EntryId activity = desk.activity();
                    desk.ok(WANG, new ActivityClosed(activity, null, null));
                    return desk.post(WANG, new ActivityClosed(activity, null, null));
                }));
    }

    private static Stream<Arguments> attendance() {
        return Stream.of(
                row(
                        Rejection.ROLE_MISSING,
                        "checking somebody else in",
                        desk -> desk.post(self(desk.enrol()), new CheckedIn(desk.enrol(), desk.activity()))),
                row(
                        Rejection.ROLE_MISSING,
                        "an approver checks in",
                        desk -> desk.post(LI, new CheckedIn(desk.enrol(), desk.activity()))),
                row(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "nobody comes",
                        desk -> desk.post(WANG, new CheckedIn(NOBODY, desk.activity()))),
                row(
                        Rejection.UNKNOWN_ACTIVITY,
                        "coming to nothing",
                        desk -> desk.post(WANG, new CheckedIn(desk.enrol(), NOWHERE))),
                row(Rejection.ACTIVITY_CLOSED, "coming to what is closed", desk -> {
                    EntryId activity = desk.activity();
                    desk.ok(WANG, new ActivityClosed(activity, null, null));
                    return desk.post(WANG, new CheckedIn(desk.enrol(), activity));
                }),
                row(
                        Rejection.OUTSIDE_ACTIVITY,
                        "coming too early",
                        desk -> desk.post(
                                WANG,
                                new CheckedIn(
                                        desk.enrol(),
                                        desk.ok(
                                                WANG,
                                                new ActivityOpened(
                                                        "活动", "和平", "service", TODAY.plusDays(1), null, null, null))))),
                row(
                        Rejection.OUTSIDE_ACTIVITY,
                        "coming too late",
                        desk -> desk.post(
                                WANG,
                                new CheckedIn(
                                        desk.enrol(),
                                        desk.ok(
                                                WANG,
                                                new ActivityOpened(
                                                        "活动",
                                                        "和平",
                                                        "service",
                                                        null,
                                                        TODAY.minusDays(1),
                                                        null,
                                                        null))))),
                row(Rejection.ALREADY_CHECKED_IN, "coming twice", desk -> {
                    VolunteerNo volunteer = desk.enrol();
                    desk.checkIn(volunteer);
                    return desk.post(WANG, new CheckedIn(volunteer, desk.activity()));
                }),
                row(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "nobody goes",
                        desk -> desk.post(WANG, new CheckedOut(NOBODY, NOWHERE))),
                row(
                        Rejection.NOT_CHECKED_IN,
                        "going without coming",
                        desk -> desk.post(WANG, new CheckedOut(desk.enrol(), NOWHERE))),
                row(Rejection.NOT_CHECKED_IN, "going twice", desk -> {
                    VolunteerNo volunteer = desk.enrol();
                    EntryId checkIn = desk.checkIn(volunteer);
                    desk.ok(WANG, new CheckedOut(volunteer, checkIn));
                    return desk.post(WANG, new CheckedOut(volunteer, checkIn));
                }),
                row(
                        Rejection.NOT_CHECKED_IN,
                        "going with another's check-in",
                        desk -> desk.post(WANG, new CheckedOut(desk.enrol(), desk.checkIn(desk.enrol())))));
    }

    private static Stream<Arguments> hours() {
        return Stream.of(
                row(Rejection.ROLE_MISSING, "a volunteer records", desk -> {
                    VolunteerNo volunteer = desk.enrol();
                    return desk.post(self(volunteer), Desk.hours(volunteer, desk.activity()));
                }),
                row(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "hours of nobody",
                        desk -> desk.post(WANG, Desk.hours(NOBODY, desk.activity()))),
                row(
                        Rejection.UNKNOWN_ACTIVITY,
                        "hours in nothing",
                        desk -> desk.post(WANG, Desk.hours(desk.enrol(), NOWHERE))),
                row(Rejection.DAY_FULL, "a day of too many records", desk -> {
                    VolunteerNo volunteer = desk.enrol();
                    EntryId activity = desk.activity();
                    for (int i = 0; i < HoursPage.MAX_RECORDS_PER_DAY; i++) {
                        desk.record(volunteer, activity);
                    }
                    return desk.post(WANG, Desk.hours(volunteer, activity));
                }),
                row(
                        Rejection.ROLE_MISSING,
                        "a clerk approves",
                        desk -> desk.post(WANG, approval(desk.record(desk.enrol(), desk.activity())))),
                row(
                        Rejection.ROLE_MISSING,
                        "the node approves",
                        desk -> desk.post(Actor.NODE, approval(desk.record(desk.enrol(), desk.activity())))),
                row(
                        Rejection.POLICY_VERSION,
                        "approved under another policy",
                        desk -> desk.post(
                                LI, new HoursApproved(List.of(desk.record(desk.enrol(), desk.activity())), 2))),
                row(Rejection.UNKNOWN_RECORD, "approving nothing", desk -> desk.post(LI, approval(NOWHERE))),
                row(
                        Rejection.UNKNOWN_RECORD,
                        "approving another branch's",
                        desk -> desk.post(LI, approval(new EntryId(1, 5)))),
                row(
                        Rejection.RECORD_NOT_PENDING,
                        "approving twice",
                        desk -> desk.post(LI, approval(desk.approved(desk.enrol())))),
                row(
                        Rejection.RECORD_NOT_PENDING,
                        "rejecting what is approved",
                        desk -> desk.post(LI, new HoursRejected(desk.approved(desk.enrol()), "x"))),
                row(Rejection.SECOND_PERSON_NEEDED, "approving one's own", desk -> {
                    EntryId record = desk.ok(LIN, Desk.hours(desk.enrol(), desk.activity()));
                    return desk.post(LIN, approval(record));
                }),
                row(
                        Rejection.ROLE_MISSING,
                        "a clerk rejects",
                        desk -> desk.post(WANG, new HoursRejected(desk.record(desk.enrol(), desk.activity()), "x"))),
                row(
                        Rejection.ROLE_MISSING,
                        "a clerk reverses",
                        desk -> desk.post(WANG, new HoursReversed(desk.approved(desk.enrol()), "x"))),
                row(
                        Rejection.UNKNOWN_RECORD,
                        "reversing nothing",
                        desk -> desk.post(LI, new HoursReversed(NOWHERE, "x"))),
                row(
                        Rejection.RECORD_NOT_APPROVED,
                        "reversing what waits",
                        desk -> desk.post(LI, new HoursReversed(desk.record(desk.enrol(), desk.activity()), "x"))),
                row(Rejection.RECORD_NOT_APPROVED, "reversing twice", desk -> {
                    EntryId record = desk.approved(desk.enrol());
                    desk.ok(LI, new HoursReversed(record, "x"));
                    return desk.post(LI, new HoursReversed(record, "x"));
                }));
    }

    private static Stream<Arguments> points() {
        return Stream.of(
                row(Rejection.ROLE_MISSING, "a clerk adjusts", desk -> desk.post(WANG, adjusted(desk.enrol(), 5))),
                row(
                        Rejection.ROLE_MISSING,
                        "the node adjusts",
                        desk -> desk.post(Actor.NODE, adjusted(desk.enrol(), 5))),
                row(Rejection.UNKNOWN_VOLUNTEER, "points for nobody", desk -> desk.post(LIN, adjusted(NOBODY, 5))),
                row(Rejection.NOT_ENOUGH_POINTS, "taking what is not there", desk -> {
                    VolunteerNo volunteer = desk.enrol();
                    desk.ok(LIN, adjusted(volunteer, 5));
                    return desk.post(LIN, adjusted(volunteer, -6));
                }));
    }

    private static Stream<Arguments> precedence() {
        return Stream.of(
                row(Rejection.NOT_IN_SERVICE, "before: backwards", desk -> {
                    desk.at--;
                    return desk.post(LIN, LATER);
                }),
                row(Rejection.TIME_RUNS_BACKWARDS, "before: unknown staff", desk -> {
                    desk.at--;
                    return desk.post(STRANGER, ENROLMENT);
                }),
                row(Rejection.NOT_FOUNDED, "before: county only", desk -> desk.post(3, Actor.NODE, policy(2))),
                row(Rejection.COUNTY_ONLY, "before: unknown staff", desk -> {
                    desk.join(1, "heping");
                    return desk.post(1, STRANGER, policy(2));
                }),
                row(
                        Rejection.ROLE_MISSING,
                        "before: invalid policy",
                        desk -> desk.post(LIN, new PolicyAdopted(7, "{}"))),
                row(
                        Rejection.POLICY_INVALID,
                        "before: policy version",
                        desk -> desk.post(ADMIN, new PolicyAdopted(7, "{}"))),
                row(
                        Rejection.ROLE_MISSING,
                        "before: unknown volunteer",
                        desk -> desk.post(LI, new CheckedIn(NOBODY, NOWHERE))),
                row(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "before: unknown activity",
                        desk -> desk.post(WANG, new CheckedIn(NOBODY, NOWHERE))),
                row(
                        Rejection.POLICY_VERSION,
                        "before: unknown record",
                        desk -> desk.post(LI, new HoursApproved(List.of(NOWHERE), 2))),
                row(Rejection.RECORD_NOT_PENDING, "before: second person", desk -> {
                    EntryId record = desk.ok(LIN, Desk.hours(desk.enrol(), desk.activity()));
                    desk.ok(LI, approval(record));
                    return desk.post(LIN, approval(record));
                }));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void everyRuleRefusesAndChangesNothing(Rejection code, String name, Case row) {
        Desk desk = Desk.staffed();
        assertEquals(Optional.of(code), row.apply(desk), name);
    }

    @Test
    void anApprovalWithOneBadRecordApprovesNone() {
        Desk desk = Desk.staffed();
        VolunteerNo volunteer = desk.enrol();
        EntryId good = desk.record(volunteer, desk.activity());
        int rows = desk.accounts.rowCount();
        assertEquals(
                Optional.of(Rejection.UNKNOWN_RECORD), desk.post(LI, new HoursApproved(List.of(good, NOWHERE), 1)));
        assertEquals(rows, desk.accounts.rowCount());
        assertEquals(Optional.empty(), desk.post(LI, approval(good)));
    }

    @Test
    void theTableHasARowForEveryRule() {
        Set<Rejection> shown =
                EnumSet.of(Rejection.MALFORMED, Rejection.UNKNOWN_TYPE, Rejection.REQUEST_REUSED, Rejection.LOG_ENDED);
        refusals().forEach(row -> shown.add((Rejection) row.get()[0]));
        assertEquals(
                EnumSet.allOf(Rejection.class),
                shown,
                "the first two are found in logs: see StoreTest; the third is the writer's: see WritingTest");
    }

    static Arguments row(Rejection code, String name, Case post) {
        return Arguments.of(code, name, post);
    }

    private static Actor self(VolunteerNo volunteer) {
        return new Actor.Volunteer(volunteer);
    }

    private static PolicyAdopted policy(int version) {
        return new PolicyAdopted(version, Policy.defaultDocument());
    }

    private static StaffAppointed appointed(String staff, Role role) {
        return new StaffAppointed(staff, "某人", List.of(role), null);
    }

    private static ActivityOpened opened(String category) {
        return new ActivityOpened("活动", "和平", category, null, null, null, null);
    }

    private static HoursApproved approval(EntryId record) {
        return new HoursApproved(List.of(record), 1);
    }

    private static PointsAdjusted adjusted(VolunteerNo volunteer, long points) {
        return new PointsAdjusted(volunteer, points, Basis.CORRECTION, "counted again", null);
    }
}
