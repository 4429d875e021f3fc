package linli.ledger;

import static linli.ledger.Desk.LI;
import static linli.ledger.Desk.LIN;
import static linli.ledger.Desk.TODAY;
import static linli.ledger.Desk.WANG;
import static linli.ledger.RulesTest.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.TeamEvent;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.entry.WishEvent.WishReleased;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@link RulesTest}: the life of a wish. Who takes one on is in {@link ClaimRefusals}. */
final class WishRefusals {
    private static final EntryId NOWHERE = new EntryId(0, 99_999);
    static final LocalDate LAST_DAY = TODAY.plusDays(10);

    private WishRefusals() {}

    static Stream<Arguments> rows() {
        return Stream.of(posting(), accepting(), dispatching(), releasing(), fulfilling(), confirming(), closing())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> posting() {
        return Stream.of(
                row(Rejection.ROLE_MISSING, "an approver asks", desk -> desk.post(LI, wish(null, 5, LAST_DAY))),
                row(
                        Rejection.ROLE_MISSING,
                        "asking in another's name",
                        desk -> desk.post(self(desk.enrol()), wish(desk.enrol(), 5, LAST_DAY))),
                row(
                        Rejection.ROLE_MISSING,
                        "a volunteer asks for a resident",
                        desk -> desk.post(self(desk.enrol()), wish(null, 5, LAST_DAY))),
                row(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "for nobody",
                        desk -> desk.post(WANG, wish(new VolunteerNo(NOWHERE), 5, LAST_DAY))),
                row(Rejection.WISH_OVER, "until yesterday", desk -> desk.post(WANG, wish(null, 5, TODAY.minusDays(1)))),
                row(Rejection.WISH_POINTS, "a volunteer promises more than the policy", desk -> {
                    VolunteerNo wu = desk.enrol();
                    return desk.post(self(wu), wish(wu, 6, LAST_DAY));
                }),
                row(
                        Rejection.WISH_POINTS,
                        "a clerk promises more than the most",
                        desk -> desk.post(WANG, wish(null, 21, LAST_DAY))),
                row(
                        Rejection.WISH_OVER,
                        "before: points",
                        desk -> desk.post(WANG, wish(null, 21, TODAY.minusDays(1)))));
    }

    private static Stream<Arguments> accepting() {
        return Stream.of(
                life(Rejection.ROLE_MISSING, "an approver accepts", (desk, life) -> desk.post(LI, accepted(life.wish))),
                life(
                        Rejection.ROLE_MISSING,
                        "the wisher accepts",
                        (desk, life) -> desk.post(self(life.wu), accepted(life.wish))),
                life(Rejection.UNKNOWN_WISH, "nothing", (desk, life) -> desk.post(WANG, accepted(NOWHERE))),
                life(Rejection.UNKNOWN_WISH, "another branch's", (desk, life) -> {
                    desk.join(1, "heping");
                    return desk.post(1, Actor.NODE, accepted(life.wish));
                }),
                life(Rejection.WISH_STATE, "twice", (desk, life) -> desk.post(WANG, accepted(life.open().wish))),
                life(
                        Rejection.WISH_OVER,
                        "after its last day",
                        (desk, life) -> desk.after(11).post(WANG, accepted(life.wish))));
    }

    private static Stream<Arguments> dispatching() {
        return Stream.of(
                life(
                        Rejection.ROLE_MISSING,
                        "an approver dispatches",
                        (desk, life) -> desk.post(LI, toLi(life.open().wish, TODAY))),
                life(
                        Rejection.UNKNOWN_WISH,
                        "dispatching nothing",
                        (desk, life) -> desk.post(WANG, toLi(NOWHERE, TODAY))),
                life(
                        Rejection.WISH_STATE,
                        "dispatching what is not accepted",
                        (desk, life) -> desk.post(WANG, toLi(life.wish, TODAY))),
                life(
                        Rejection.WISH_STATE,
                        "dispatching what somebody has",
                        (desk, life) -> desk.post(WANG, toLi(life.open().claimed().wish, TODAY))),
                life(
                        Rejection.WISH_OVER,
                        "to be done yesterday",
                        (desk, life) -> desk.post(WANG, toLi(life.open().wish, TODAY.minusDays(1)))),
                life(
                        Rejection.WISH_OVER,
                        "to be done after its last day",
                        (desk, life) -> desk.post(WANG, toLi(life.open().wish, LAST_DAY.plusDays(1)))),
                life(
                        Rejection.UNKNOWN_STAFF,
                        "to nobody",
                        (desk, life) -> desk.post(WANG, new WishDispatched(life.open().wish, null, "stranger", TODAY))),
                life(
                        Rejection.UNKNOWN_TEAM,
                        "to no team",
                        (desk, life) -> desk.post(WANG, new WishDispatched(life.open().wish, NOWHERE, null, TODAY))),
                life(Rejection.TEAM_DISSOLVED, "to a team that is no more", (desk, life) -> {
                    EntryId team = desk.ok(WANG, new TeamFormed(TeamEvent.Kind.EMERGENCY, "应急队"));
                    desk.ok(WANG, new TeamDissolved(team, "merged"));
                    return desk.post(WANG, new WishDispatched(life.open().wish, team, null, TODAY));
                }));
    }

    private static Stream<Arguments> releasing() {
        return Stream.of(
                life(
                        Rejection.UNKNOWN_WISH,
                        "releasing nothing",
                        (desk, life) -> desk.post(WANG, new WishReleased(NOWHERE, "x"))),
                life(
                        Rejection.ROLE_MISSING,
                        "releasing another's",
                        (desk, life) -> desk.post(
                                self(desk.enrol()), released(life.open().claimed().wish))),
                life(
                        Rejection.ROLE_MISSING,
                        "the wisher sends the helper away",
                        (desk, life) ->
                                desk.post(self(life.wu), released(life.open().claimed().wish))),
                life(
                        Rejection.WISH_STATE,
                        "releasing what nobody has",
                        (desk, life) -> desk.post(WANG, released(life.open().wish))));
    }

    private static Stream<Arguments> fulfilling() {
        return Stream.of(
                life(Rejection.UNKNOWN_WISH, "nothing is done", (desk, life) -> desk.post(WANG, done(NOWHERE))),
                life(
                        Rejection.ROLE_MISSING,
                        "somebody else says it is done",
                        (desk, life) ->
                                desk.post(self(desk.enrol()), done(life.open().claimed().wish))),
                life(
                        Rejection.ROLE_MISSING,
                        "an approver says it is done",
                        (desk, life) -> desk.post(LI, done(life.open().claimed().wish))),
                life(
                        Rejection.WISH_STATE,
                        "what is not accepted is done",
                        (desk, life) -> desk.post(WANG, done(life.wish))),
                life(
                        Rejection.WISH_STATE,
                        "done twice",
                        (desk, life) ->
                                desk.post(WANG, done(life.open().claimed().done().wish))));
    }

    private static Stream<Arguments> confirming() {
        return Stream.of(
                life(Rejection.UNKNOWN_WISH, "confirming nothing", (desk, life) -> desk.post(WANG, confirmed(NOWHERE))),
                life(
                        Rejection.ROLE_MISSING,
                        "the helper confirms",
                        (desk, life) -> desk.post(
                                self(life.chen), confirmed(life.open().claimed().done().wish))),
                life(
                        Rejection.ROLE_MISSING,
                        "the node confirms",
                        (desk, life) -> desk.post(
                                Actor.NODE, confirmed(life.open().claimed().done().wish))),
                life(
                        Rejection.ROLE_MISSING,
                        "an approver confirms a wish",
                        (desk, life) ->
                                desk.post(LI, confirmed(life.open().claimed().done().wish))),
                life(
                        Rejection.POLICY_VERSION,
                        "under another policy",
                        (desk, life) -> desk.post(
                                WANG, new WishConfirmed(life.open().claimed().done().wish, 5, 2))),
                life(
                        Rejection.WISH_STATE,
                        "before it is done",
                        (desk, life) -> desk.post(WANG, confirmed(life.open().claimed().wish))),
                life(Rejection.WISH_STATE, "confirming twice", (desk, life) -> {
                    desk.ok(WANG, confirmed(life.open().claimed().done().wish));
                    return desk.post(LIN, confirmed(life.wish));
                }),
                life(Rejection.SECOND_PERSON_NEEDED, "whoever said that it is done confirms", (desk, life) -> {
                    desk.ok(WANG, done(life.open().claimed().wish));
                    return desk.post(WANG, confirmed(life.wish));
                }),
                life(Rejection.SECOND_PERSON_NEEDED, "in office as the helper", (desk, life) -> {
                    desk.ok(LIN, new StaffAppointed("wang", "王芳", List.of(Role.CLERK), life.chen));
                    return desk.post(WANG, confirmed(life.open().claimed().done().wish));
                }),
                life(Rejection.HOLDING_LIMIT, "a purse that is full", (desk, life) -> {
                    desk.ok(LIN, new PointsAdjusted(life.chen, 4_996, Basis.OPENING_BALANCE, "x", null));
                    return desk.post(WANG, confirmed(life.open().claimed().done().wish));
                }),
                suggestion(
                        Rejection.ROLE_MISSING,
                        "a clerk confirms a suggestion",
                        (desk, life) -> desk.post(WANG, confirmed(life.open().done().wish))),
                suggestion(
                        Rejection.ROLE_MISSING,
                        "whoever had the idea confirms it",
                        (desk, life) ->
                                desk.post(self(life.wu), confirmed(life.open().done().wish))),
                suggestion(Rejection.SECOND_PERSON_NEEDED, "in office with the idea", (desk, life) -> {
                    desk.ok(LIN, new StaffAppointed("li", "李强", List.of(Role.APPROVER), life.wu));
                    return desk.post(LI, confirmed(life.open().done().wish));
                }));
    }

    private static Stream<Arguments> closing() {
        return Stream.of(
                life(
                        Rejection.UNKNOWN_WISH,
                        "closing nothing",
                        (desk, life) -> desk.post(WANG, closed(NOWHERE, End.REFUSED))),
                life(
                        Rejection.ROLE_MISSING,
                        "withdrawing another's",
                        (desk, life) -> desk.post(self(life.chen), closed(life.wish, End.WITHDRAWN))),
                life(
                        Rejection.ROLE_MISSING,
                        "the wisher refuses it",
                        (desk, life) -> desk.post(self(life.wu), closed(life.wish, End.REFUSED))),
                life(
                        Rejection.ROLE_MISSING,
                        "the node refuses it",
                        (desk, life) -> desk.post(Actor.NODE, closed(life.wish, End.REFUSED))),
                life(
                        Rejection.WISH_STATE,
                        "closing what is done",
                        (desk, life) ->
                                desk.post(WANG, closed(life.open().claimed().done().wish, End.REFUSED))),
                life(Rejection.WISH_STATE, "closing twice", (desk, life) -> {
                    desk.ok(WANG, closed(life.wish, End.REFUSED));
                    return desk.post(WANG, closed(life.wish, End.REFUSED));
                }),
                life(
                        Rejection.WISH_STILL_ON,
                        "lapsing on its last day",
                        (desk, life) -> desk.after(10).post(Actor.NODE, closed(life.wish, End.EXPIRED))));
    }

    /** A wish that 吴 asks for, and 陈 who takes it on, as far as a row of the table brings them. */
    private static final class Life {
        final Desk desk = Desk.staffed();
        final VolunteerNo wu = desk.enrol();
        final VolunteerNo chen = desk.enrol();
        final EntryId wish;

        Life(Kind kind) {
            this.wish = desk.ok(
                    self(wu), new WishPosted(kind, wu, "一副老花镜", null, kind == Kind.SUGGESTION ? 2 : 5, LAST_DAY));
        }

        Life open() {
            desk.ok(WANG, accepted(wish));
            return this;
        }

        Life claimed() {
            desk.ok(self(chen), new WishClaimed(wish, chen, null));
            return this;
        }

        Life done() {
            desk.ok(LIN, WishRefusals.done(wish));
            return this;
        }
    }

    private interface WithLife {
        Optional<Rejection> post(Desk desk, Life life);
    }

    private static Arguments life(Rejection code, String name, WithLife post) {
        return of(Kind.WISH, code, name, post);
    }

    private static Arguments suggestion(Rejection code, String name, WithLife post) {
        return of(Kind.SUGGESTION, code, name, post);
    }

    private static Arguments of(Kind kind, Rejection code, String name, WithLife post) {
        return row(code, name, unused -> {
            Life life = new Life(kind);
            return post.post(life.desk, life);
        });
    }

    static WishPosted wish(VolunteerNo wisher, long points, LocalDate lastDay) {
        return new WishPosted(Kind.WISH, wisher, "一副老花镜", null, points, lastDay);
    }

    private static Actor self(VolunteerNo volunteer) {
        return new Actor.Volunteer(volunteer);
    }

    private static Event accepted(EntryId wish) {
        return new WishAccepted(wish);
    }

    private static Event toLi(EntryId wish, LocalDate dueDay) {
        return new WishDispatched(wish, null, "li", dueDay);
    }

    private static Event released(EntryId wish) {
        return new WishReleased(wish, "ill");
    }

    private static Event done(EntryId wish) {
        return new WishFulfilled(wish, null);
    }

    private static Event confirmed(EntryId wish) {
        return new WishConfirmed(wish, 5, 1);
    }

    private static Event closed(EntryId wish, End end) {
        return new WishClosed(wish, end, "x");
    }
}
