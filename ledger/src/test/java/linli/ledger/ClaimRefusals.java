package linli.ledger;

import static linli.ledger.Desk.ADMIN;
import static linli.ledger.Desk.LI;
import static linli.ledger.Desk.TODAY;
import static linli.ledger.Desk.WANG;
import static linli.ledger.RulesTest.row;

import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.TeamEvent;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishPosted;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@link RulesTest}: who takes a wish on, here and from another branch. */
final class ClaimRefusals {
    private static final EntryId NOWHERE = new EntryId(0, 99_999);

    private ClaimRefusals() {}

    static Stream<Arguments> rows() {
        return Stream.of(here(), asking(), takingBack(), granting(), declining())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> here() {
        return Stream.of(
                wish(
                        Rejection.ROLE_MISSING,
                        "claiming for somebody else",
                        (desk, wish) -> desk.post(self(desk.enrol()), claimed(wish, desk.enrol()))),
                wish(
                        Rejection.ROLE_MISSING,
                        "an approver claims for somebody",
                        (desk, wish) -> desk.post(LI, claimed(wish, desk.enrol()))),
                wish(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "nobody claims",
                        (desk, wish) -> desk.post(WANG, claimed(wish, new VolunteerNo(NOWHERE)))),
                wish(
                        Rejection.UNKNOWN_WISH,
                        "claiming nothing",
                        (desk, wish) -> desk.post(WANG, claimed(NOWHERE, desk.enrol()))),
                wish(Rejection.WISH_STATE, "claiming what somebody has", (desk, wish) -> {
                    desk.ok(WANG, claimed(wish, desk.enrol()));
                    return desk.post(WANG, claimed(wish, desk.enrol()));
                }),
                wish(Rejection.WISH_STATE, "claiming what staff was given", (desk, wish) -> {
                    desk.ok(WANG, new WishDispatched(wish, null, "li", TODAY));
                    return desk.post(WANG, claimed(wish, desk.enrol()));
                }),
                wish(
                        Rejection.WISH_OVER,
                        "claiming after its last day",
                        (desk, wish) -> desk.after(11).post(WANG, claimed(wish, desk.enrol()))),
                row(Rejection.OWN_WISH, "claiming one's own", desk -> {
                    VolunteerNo wu = desk.enrol();
                    EntryId wish = desk.ok(WANG, WishRefusals.wish(wu, 5, WishRefusals.LAST_DAY));
                    return desk.post(self(wu), claimed(wish, wu));
                }),
                wish(Rejection.NOT_A_MEMBER, "claiming what a team was given", (desk, wish) -> {
                    EntryId team = desk.ok(WANG, new TeamFormed(TeamEvent.Kind.EMERGENCY, "应急队"));
                    desk.ok(WANG, new WishDispatched(wish, team, null, TODAY));
                    return desk.post(WANG, claimed(wish, desk.enrol()));
                }));
    }

    private static Stream<Arguments> asking() {
        return Stream.of(
                two(
                        Rejection.ROLE_MISSING,
                        "asking for somebody else",
                        two -> two.desk.post(1, self(new VolunteerNo(NOWHERE)), two.request())),
                two(
                        Rejection.UNKNOWN_BRANCH,
                        "asking no branch",
                        two -> two.desk.post(1, Actor.NODE, new WishClaimRequested(new EntryId(7, 1), two.chen))),
                two(Rejection.BRANCH_CLOSED, "asking a branch that is closed", two -> {
                    two.desk.join(2, "xinhua");
                    two.desk.ok(ADMIN, new BranchClosed(2, 1, "x"));
                    two.desk.ok(1, Actor.NODE, Desk.witnessed(two.desk.next()));
                    return two.desk.post(1, Actor.NODE, new WishClaimRequested(new EntryId(2, 1), two.chen));
                }),
                two(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "nobody asks",
                        two -> two.desk.post(
                                1,
                                Actor.NODE,
                                new WishClaimRequested(two.wish, new VolunteerNo(new EntryId(1, 99_999))))),
                two(
                        Rejection.UNKNOWN_WISH,
                        "asking for what is here",
                        two -> two.desk.post(1, Actor.NODE, new WishClaimRequested(new EntryId(1, 1), two.chen))),
                two(
                        Rejection.UNKNOWN_WISH,
                        "asking for nothing",
                        two -> two.desk.decide(1, Actor.NODE, new WishClaimRequested(NOWHERE, two.chen))),
                two(Rejection.WISH_STATE, "asking for what somebody has", two -> {
                    two.desk.ok(WANG, claimed(two.wish, two.desk.enrol()));
                    return two.desk.decide(1, Actor.NODE, two.request());
                }),
                two(
                        Rejection.WISH_OVER,
                        "asking after its last day",
                        two -> two.desk.after(11).decide(1, Actor.NODE, two.request())),
                two(Rejection.OWN_WISH, "asking for one's own", two -> {
                    EntryId own = two.desk.ok(WANG, WishRefusals.wish(two.chen, 5, WishRefusals.LAST_DAY));
                    return two.desk.decide(1, Actor.NODE, new WishClaimRequested(own, two.chen));
                }),
                two(Rejection.ALREADY_REQUESTED, "asking twice", two -> {
                    two.asked();
                    return two.desk.post(1, Actor.NODE, two.request());
                }),
                two(Rejection.ALREADY_REQUESTED, "too many of one branch", two -> {
                    for (int i = 0; i < ClaimRules.MOST_REQUESTS; i++) {
                        two.desk.ok(1, Actor.NODE, new WishClaimRequested(two.wish, two.enrol()));
                    }
                    return two.desk.post(1, Actor.NODE, two.request());
                }));
    }

    private static Stream<Arguments> takingBack() {
        return Stream.of(
                two(
                        Rejection.UNKNOWN_CLAIM_REQUEST,
                        "taking back nothing",
                        two -> two.desk.post(1, Actor.NODE, takenBack(NOWHERE))),
                two(
                        Rejection.UNKNOWN_CLAIM_REQUEST,
                        "taking back another branch's",
                        two -> two.desk.post(WANG, takenBack(two.asked()))),
                two(
                        Rejection.ROLE_MISSING,
                        "taking back another's",
                        two -> two.desk.post(1, self(two.enrol()), takenBack(two.asked()))),
                two(Rejection.CLAIM_REQUEST_WITHDRAWN, "taking back twice", two -> {
                    EntryId request = two.asked();
                    two.desk.ok(1, Actor.NODE, takenBack(request));
                    return two.desk.post(1, Actor.NODE, takenBack(request));
                }));
    }

    private static Stream<Arguments> granting() {
        return Stream.of(
                two(Rejection.ROLE_MISSING, "who asks grants it", two -> {
                    EntryId request = two.asked();
                    return two.desk.post(self(two.chen), new WishClaimed(two.wish, two.chen, request));
                }),
                two(
                        Rejection.UNKNOWN_CLAIM_REQUEST,
                        "granting what nobody asked",
                        two -> two.desk.decide(0, WANG, two.grant(new EntryId(1, 99_999)))),
                two(
                        Rejection.UNKNOWN_CLAIM_REQUEST,
                        "as if this branch had asked itself",
                        two -> two.desk.post(WANG, two.grant(NOWHERE))),
                two(Rejection.UNKNOWN_CLAIM_REQUEST, "granting it to another", two -> {
                    EntryId request = two.asked();
                    return two.desk.decide(0, WANG, new WishClaimed(two.wish, two.enrol(), request));
                }),
                two(Rejection.UNKNOWN_CLAIM_REQUEST, "granting another wish", two -> {
                    EntryId request = two.asked();
                    return two.desk.decide(0, WANG, new WishClaimed(posted(two.desk), two.chen, request));
                }),
                two(Rejection.CLAIM_REQUEST_WITHDRAWN, "granting what was taken back", two -> {
                    EntryId request = two.asked();
                    two.desk.ok(1, Actor.NODE, takenBack(request));
                    return two.desk.decide(0, WANG, two.grant(request));
                }),
                two(Rejection.CLAIM_REQUEST_ANSWERED, "granting what was declined", two -> {
                    EntryId request = two.asked();
                    two.desk.ok(WANG, two.decline(request));
                    return two.desk.post(WANG, two.grant(request));
                }));
    }

    private static Stream<Arguments> declining() {
        return Stream.of(
                two(Rejection.ROLE_MISSING, "an approver declines", two -> two.desk.post(LI, two.decline(two.asked()))),
                two(
                        Rejection.UNKNOWN_WISH,
                        "declining about nothing",
                        two -> two.desk.post(WANG, new WishClaimDeclined(NOWHERE, two.asked(), "x"))),
                two(
                        Rejection.UNKNOWN_CLAIM_REQUEST,
                        "declining what nobody asked",
                        two -> two.desk.decide(0, WANG, two.decline(new EntryId(1, 99_999)))),
                two(Rejection.CLAIM_REQUEST_WITHDRAWN, "declining what was taken back", two -> {
                    EntryId request = two.asked();
                    two.desk.ok(1, Actor.NODE, takenBack(request));
                    return two.desk.decide(0, WANG, two.decline(request));
                }),
                two(Rejection.CLAIM_REQUEST_ANSWERED, "declining twice", two -> {
                    EntryId request = two.asked();
                    two.desk.ok(WANG, two.decline(request));
                    return two.desk.post(WANG, two.decline(request));
                }));
    }

    private interface WithWish {
        Optional<Rejection> post(Desk desk, EntryId wish);
    }

    /** With a wish that a clerk hung up for a resident. */
    private static Arguments wish(Rejection code, String name, WithWish post) {
        return row(code, name, desk -> post.post(desk, posted(desk)));
    }

    private static EntryId posted(Desk desk) {
        return desk.ok(WANG, new WishPosted(Kind.HELP, null, "换灯泡", null, 3, WishRefusals.LAST_DAY));
    }

    /** The county's wish, and 陈 of branch 1 who would take it on. */
    private static final class Two {
        final Desk desk = Desk.staffed();
        final EntryId wish = posted(desk);
        final VolunteerNo chen;

        Two() {
            desk.join(1, "heping");
            this.chen = enrol();
            desk.ok(1, Actor.NODE, Desk.witnessed(desk.next()));
        }

        VolunteerNo enrol() {
            return new VolunteerNo(desk.ok(1, Actor.NODE, new VolunteerEnrolled(TestLedger.COMMITMENT, TODAY)));
        }

        WishClaimRequested request() {
            return new WishClaimRequested(wish, chen);
        }

        EntryId asked() {
            return desk.ok(1, Actor.NODE, request());
        }

        WishClaimed grant(EntryId request) {
            return new WishClaimed(wish, chen, request);
        }

        WishClaimDeclined decline(EntryId request) {
            return new WishClaimDeclined(wish, request, "somebody nearer has it");
        }
    }

    private interface WithTwo {
        Optional<Rejection> post(Two two);
    }

    private static Arguments two(Rejection code, String name, WithTwo post) {
        return row(code, name, unused -> post.post(new Two()));
    }

    private static Actor self(VolunteerNo volunteer) {
        return new Actor.Volunteer(volunteer);
    }

    private static Event claimed(EntryId wish, VolunteerNo volunteer) {
        return new WishClaimed(wish, volunteer, null);
    }

    private static Event takenBack(EntryId request) {
        return new WishClaimWithdrawn(request, "ill");
    }
}
