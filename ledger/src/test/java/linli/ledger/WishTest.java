package linli.ledger;

import static linli.ledger.TestLedger.LI;
import static linli.ledger.TestLedger.LIN;
import static linli.ledger.TestLedger.TODAY;
import static linli.ledger.TestLedger.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import linli.entry.Actor;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.TeamEvent;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
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
import linli.ledger.Wish.Act;
import linli.ledger.Wish.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From asking to points, for every kind of wish: what residents, volunteers and clerks see on the way. */
class WishTest {
    @TempDir
    Path folder;

    private TestLedger county;
    private VolunteerNo wu;
    private VolunteerNo chen;

    /** 吴 asks, 陈 helps. A purse holds 20 points. */
    @BeforeEach
    void open() {
        county = TestLedger.found(folder, TestLedger.policy("holdingLimit", "20"));
        wu = county.enrol();
        chen = county.enrol();
    }

    @AfterEach
    void everythingAddsUpAndIsTheSameFromTheLog(@TempDir Path scratch) {
        TestLedger.assertSound(county.books());
        assertEquals(List.of(), county.books().findings());
        county.close();
        Rebuilding.assertAccountsAreThoseOfTheLog(folder, scratch.resolve("accounts"), "after the test");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"WISH", "ORDER", "REPAIR", "HELP"})
    void whoHelpsGetsThePointsWhenWhoAskedAgrees(Kind kind) {
        EntryId wish = asked(kind);
        assertEquals(List.of(wish), ids(toDo().toAccept()));
        county.ok(WANG, new WishAccepted(wish));
        assertEquals(List.of(wish), ids(toDo().onTheWall()));
        claim(wish, chen);
        assertEquals(List.of(wish), ids(toDo().claimed()));
        county.ok(self(chen), new WishFulfilled(wish, "装好了"));
        assertEquals(List.of(wish), ids(toDo().toConfirm()));
        assertEquals(0, county.books().held(chen));
        county.ok(self(wu), new WishConfirmed(wish, 5, 1));
        assertEquals(policy(kind).points(), county.books().held(chen));
        assertEquals(-policy(kind).points(), counter(PointsAccount.Kind.GRANTED));
        assertEquals(0, county.books().held(wu));
        assertEquals(5, wish(wish).confirmation().stars());
        assertEquals(List.of(), county.books().wishes().open());
    }

    @Test
    void whoHadAGoodIdeaGetsCivicPointsWhenAnApproverAgrees() {
        EntryId idea = asked(Kind.SUGGESTION);
        county.ok(WANG, new WishAccepted(idea));
        county.ok(WANG, new WishFulfilled(idea, "已采纳"));
        assertEquals(Rejection.ROLE_MISSING, county.refused(self(wu), new WishConfirmed(idea, 5, 1)));
        county.ok(LI, new WishConfirmed(idea, 4, 1));
        assertEquals(2, county.books().held(wu));
        assertEquals(-2, counter(PointsAccount.Kind.CIVIC));
        assertEquals(0, counter(PointsAccount.Kind.GRANTED));
    }

    @Test
    void aResidentsWishIsConfirmedByAnotherClerkThanTheOneWhoSaidItIsDone() {
        EntryId wish = forResident(Kind.REPAIR, 12);
        assertEquals(State.OPEN, wish(wish).state());
        claim(wish, chen);
        county.ok(WANG, new WishFulfilled(wish, null));
        assertEquals(Rejection.SECOND_PERSON_NEEDED, county.refused(WANG, new WishConfirmed(wish, 5, 1)));
        county.ok(LIN, new WishConfirmed(wish, 5, 1));
        assertEquals(12, county.books().held(chen));
    }

    @Test
    void thePassbookLeadsToTheWish() {
        EntryId wish = done(forResident(Kind.WISH, 5));
        EntryId confirmed = county.ok(LIN, new WishConfirmed(wish, 5, 1));
        Movement line = county.books().passbooks().movements(0, chen, null, 5).get(0);
        assertEquals(wish, line.cause());
        assertEquals(confirmed, line.entry());
        assertEquals(PointsAccount.Kind.GRANTED, line.counter());
    }

    @Test
    void whatStaffDoGrantsNobodyPoints() {
        EntryId wish = forResident(Kind.REPAIR, 10);
        county.ok(WANG, new WishDispatched(wish, null, "li", TODAY.plusDays(2)));
        assertEquals(List.of(wish), ids(toDo().dispatched()));
        assertFalse(wish(wish).acts().contains(Act.CLAIM));
        county.ok(LI, new WishFulfilled(wish, "已修好"));
        county.ok(WANG, new WishConfirmed(wish, 5, 1));
        assertNull(wish(wish).confirmation().rewarded());
        assertEquals(0, counter(PointsAccount.Kind.GRANTED));
    }

    @Test
    void whatATeamWasGivenOneOfItTakesOn() {
        EntryId team = county.ok(WANG, new TeamFormed(TeamEvent.Kind.EMERGENCY, "应急队"));
        EntryId wish = forResident(Kind.HELP, 3);
        county.ok(WANG, new WishDispatched(wish, team, null, TODAY.plusDays(1)));
        assertEquals(Rejection.NOT_A_MEMBER, county.refused(self(chen), new WishClaimed(wish, chen, null)));
        assertEquals(Rejection.ROLE_MISSING, county.refused(self(chen), new WishFulfilled(wish, null)));
        county.ok(self(chen), new TeamJoined(team, chen));
        claim(wish, chen);
        county.ok(self(chen), new WishFulfilled(wish, null));
        county.ok(WANG, new WishConfirmed(wish, 5, 1));
        assertEquals(3, county.books().held(chen));
    }

    @Test
    void whatSomebodyHasTakenOnIsTheirsToDoUntilItIsSaidToBeDone() {
        EntryId team = county.ok(WANG, new TeamFormed(TeamEvent.Kind.EMERGENCY, "应急队"));
        county.ok(self(chen), new TeamJoined(team, chen));
        county.ok(self(wu), new TeamJoined(team, wu));
        EntryId wish = forResident(Kind.HELP, 3);
        assertEquals(List.of(), toDoOf(chen), "what hangs on the wall is nobody's");
        county.ok(WANG, new WishDispatched(wish, team, null, TODAY.plusDays(1)));
        assertEquals(List.of(wish), toDoOf(chen));
        assertEquals(List.of(wish), toDoOf(wu));
        claim(wish, chen);
        assertEquals(List.of(wish), toDoOf(chen));
        assertEquals(List.of(), toDoOf(wu), "one of the team has taken it on");
        county.ok(self(chen), new WishFulfilled(wish, null));
        assertEquals(List.of(), toDoOf(chen));
        assertTrue(county.books().wishes().isInHandsOf(chen, wish(wish)), "who did it is still asked about it");
    }

    @Test
    void aTeamCanSayThatItIsDoneWithNobodysName() {
        EntryId team = county.ok(WANG, new TeamFormed(TeamEvent.Kind.PARTNER_UNIT, "供电所"));
        county.ok(WANG, new TeamJoined(team, chen));
        EntryId wish = forResident(Kind.REPAIR, 10);
        county.ok(WANG, new WishDispatched(wish, team, null, TODAY));
        county.ok(self(chen), new WishFulfilled(wish, null));
        county.ok(WANG, new WishConfirmed(wish, 4, 1));
        assertEquals(0, county.books().held(chen));
    }

    @Test
    void aTeamKeepsItsMembersUntilTheyLeave() {
        EntryId team = county.ok(WANG, new TeamFormed(TeamEvent.Kind.VOLUNTEER, "巡逻队"));
        county.ok(self(chen), new TeamJoined(team, chen));
        county.clock.pass(Duration.ofMinutes(1));
        county.ok(WANG, new TeamJoined(team, wu));
        assertEquals(List.of(chen, wu), members(team));
        county.ok(self(chen), new TeamLeft(team, chen));
        assertEquals(List.of(wu), members(team));
        assertEquals(1, county.books().teams().standing().get(0).members());
        county.ok(WANG, new TeamDissolved(team, "merged"));
        assertEquals(List.of(), county.books().teams().standing());
        assertEquals("巡逻队", county.books().teams().find(team).orElseThrow().name());
    }

    @Test
    void aClaimThatIsGivenUpLeavesTheWishToOthers() {
        EntryId wish = forResident(Kind.WISH, 5);
        claim(wish, chen);
        assertEquals(Rejection.WISH_STATE, county.refused(self(wu), new WishClaimed(wish, wu, null)));
        county.ok(self(chen), new WishReleased(wish, "临时有事"));
        assertEquals(List.of(wish), ids(toDo().onTheWall()));
        claim(wish, wu);
        assertEquals(wu, wish(wish).claim().volunteer());
    }

    @Test
    void whoAskedCanSayThatItIsNotDone() {
        EntryId wish = asked(Kind.WISH);
        county.ok(WANG, new WishAccepted(wish));
        done(wish);
        county.ok(self(wu), new WishReleased(wish, "还没有"));
        assertEquals(State.OPEN, wish(wish).state());
        assertNull(wish(wish).fulfilment());
        assertEquals(0, county.books().held(chen));
    }

    @Test
    void aFullPurseLeavesTheWishFulfilledUntilSomePointsAreSpent() {
        adjust(chen, 16);
        EntryId wish = done(forResident(Kind.WISH, 5));
        assertEquals(Rejection.HOLDING_LIMIT, county.refused(LIN, new WishConfirmed(wish, 5, 1)));
        assertEquals(List.of(wish), ids(toDo().toConfirm()));
        adjust(chen, -1);
        county.ok(LIN, new WishConfirmed(wish, 5, 1));
        assertEquals(20, county.books().held(chen));
    }

    @Test
    void aLaterPolicyChangesNeitherPointsNorWhoGetsThem() {
        EntryId wish = done(forResident(Kind.WISH, 7));
        county.ok(
                Actor.NODE,
                new PolicyAdopted(
                        2,
                        TestLedger.POLICY.replace(
                                "\"WISH\", \"points\": 5, \"mostPoints\": 20, \"rewards\": \"HELPER\"",
                                "\"WISH\", \"points\": 1, \"mostPoints\": 1, \"rewards\": \"ASKER\"")));
        assertEquals(Rejection.POLICY_VERSION, county.refused(LIN, new WishConfirmed(wish, 5, 1)));
        county.ok(LIN, new WishConfirmed(wish, 5, 2));
        assertEquals(7, county.books().held(chen));
        assertEquals(2, wish(wish).confirmation().policy());
    }

    @Test
    void aWishThatEndsUnfulfilledSaysHow() {
        EntryId withdrawn = asked(Kind.ORDER);
        county.ok(self(wu), new WishClosed(withdrawn, End.WITHDRAWN, "不需要了"));
        EntryId refused = asked(Kind.SUGGESTION);
        county.ok(WANG, new WishClosed(refused, End.REFUSED, "不在社区职责内"));
        EntryId lapsed = asked(Kind.WISH);
        county.clock.pass(Duration.ofDays(11));
        county.ok(Actor.NODE, new WishClosed(lapsed, End.EXPIRED, "到期"));
        assertEquals(
                List.of(End.WITHDRAWN, End.REFUSED, End.EXPIRED),
                List.of(withdrawn, refused, lapsed).stream()
                        .map(id -> wish(id).closing().end())
                        .toList());
        assertEquals(List.of(), county.books().wishes().open());
    }

    @Test
    void whatWasDoneOnTheLastNightIsNotLost() {
        EntryId wish = forResident(Kind.WISH, 5);
        claim(wish, chen);
        county.clock.pass(Duration.ofDays(11));
        assertEquals(List.of(wish), ids(toDo().lapsed(TODAY.plusDays(11))));
        county.ok(self(chen), new WishFulfilled(wish, null));
        assertEquals(List.of(), ids(toDo().lapsed(TODAY.plusDays(11))));
        assertEquals(Rejection.WISH_STATE, county.refused(Actor.NODE, new WishClosed(wish, End.EXPIRED, "到期")));
    }

    @Test
    void aWishWithoutResponseShowsWhenItsTimeIsOver() {
        EntryId wish = asked(Kind.HELP);
        county.clock.pass(Duration.ofHours(4));
        assertEquals(List.of(), ids(toDo().withoutResponse(county.clock.instant())));
        county.clock.pass(Duration.ofSeconds(1));
        assertEquals(List.of(wish), ids(toDo().withoutResponse(county.clock.instant())));
        county.clock.pass(Duration.ofMinutes(9));
        county.ok(WANG, new WishAccepted(wish));
        assertEquals(List.of(), ids(toDo().withoutResponse(county.clock.instant())));
        Wish answered = wish(wish);
        assertEquals(4 * 3_600 + 541, answered.respondedAtSeconds() - answered.postedAtSeconds());
        assertTrue(answered.isRespondedLate(county.clock.instant().getEpochSecond()), "late is late");
        claim(wish, chen);
        assertEquals(answered.respondedAtSeconds(), wish(wish).respondedAtSeconds(), "the first response counts");
    }

    @Test
    void aDispatchedWishIsOverdueAfterTheDayItIsDue() {
        EntryId wish = forResident(Kind.REPAIR, 5);
        county.ok(WANG, new WishDispatched(wish, null, "li", TODAY.plusDays(2)));
        assertEquals(List.of(), ids(toDo().overdue(TODAY.plusDays(2))));
        assertEquals(List.of(wish), ids(toDo().overdue(TODAY.plusDays(3))));
        county.ok(WANG, new WishDispatched(wish, null, "wang", TODAY.plusDays(5)));
        assertEquals(List.of(), ids(toDo().overdue(TODAY.plusDays(3))), "it was given more time");
        county.ok(WANG, new WishFulfilled(wish, null));
        assertEquals(List.of(), ids(toDo().overdue(TODAY.plusDays(30))));
    }

    /** The state machine holds for every state and act, whoever asks: what is listed works, and nothing else does. */
    @ParameterizedTest
    @EnumSource(State.class)
    void theLifeIsAsTheListOfActsSays(State state) {
        for (Act act : Act.values()) {
            EntryId wish = brought(state);
            assertEquals(state, wish(wish).state());
            boolean listed = wish(wish).acts().contains(act);
            Outcome outcome = doing(act, wish);
            assertEquals(listed, outcome instanceof Outcome.Recorded, act + " when " + state + ": " + outcome);
            if (outcome instanceof Outcome.Refused refused) {
                assertEquals(Rejection.WISH_STATE, refused.code());
                assertTrue(refused.detail().contains(state.name()), refused.detail());
                wish(wish)
                        .acts()
                        .forEach(can -> assertTrue(
                                refused.detail().contains(can.name().toLowerCase(Locale.ROOT)), refused.detail()));
            } else {
                assertEquals(act.after(), wish(wish).state());
            }
        }
    }

    private List<EntryId> toDoOf(VolunteerNo volunteer) {
        return ids(county.books().wishes().of(volunteer, 10).toDo());
    }

    private EntryId brought(State state) {
        EntryId wish = asked(Kind.SUGGESTION);
        List<Act> way = switch (state) {
            case PROPOSED -> List.of();
            case OPEN -> List.of(Act.ACCEPT);
            case DISPATCHED -> List.of(Act.ACCEPT, Act.DISPATCH);
            case CLAIMED -> List.of(Act.ACCEPT, Act.CLAIM);
            case FULFILLED -> List.of(Act.ACCEPT, Act.FULFIL);
            case CONFIRMED -> List.of(Act.ACCEPT, Act.FULFIL, Act.CONFIRM);
            case CLOSED -> List.of(Act.CLOSE);
        };
        way.forEach(act -> doing(act, wish).idOrThrow());
        return wish;
    }

    private Outcome doing(Act act, EntryId wish) {
        return switch (act) {
            case ACCEPT -> county.post(WANG, new WishAccepted(wish));
            case DISPATCH -> county.post(WANG, new WishDispatched(wish, team(), null, TODAY));
            case CLAIM -> county.post(WANG, new WishClaimed(wish, chen, null));
            case RELEASE -> county.post(WANG, new WishReleased(wish, "x"));
            case FULFIL -> county.post(WANG, new WishFulfilled(wish, null));
            case CONFIRM -> county.post(LI, new WishConfirmed(wish, 5, 1));
            case CLOSE -> county.post(WANG, new WishClosed(wish, End.REFUSED, "x"));
        };
    }

    /** A team that 陈 is of. */
    private EntryId team() {
        return county.books().teams().standing().stream()
                .map(Team::id)
                .findFirst()
                .orElseGet(() -> {
                    EntryId team = county.ok(WANG, new TeamFormed(TeamEvent.Kind.VOLUNTEER, "巡逻队"));
                    county.ok(WANG, new TeamJoined(team, chen));
                    return team;
                });
    }

    @Test
    void everyStateCanBeReachedAndOnlyTheEndsHaveNothingBehind() {
        EnumSet<State> reached = EnumSet.of(State.PROPOSED);
        for (State state : State.values()) {
            state.acts().forEach(act -> reached.add(act.after()));
            assertEquals(state == State.CONFIRMED || state == State.CLOSED, !state.goesOn(), state.name());
        }
        assertEquals(EnumSet.allOf(State.class), reached);
    }

    private EntryId asked(Kind kind) {
        return county.ok(
                self(wu), new WishPosted(kind, wu, "一副老花镜", null, policy(kind).points(), TODAY.plusDays(10)));
    }

    private EntryId forResident(Kind kind, long points) {
        return county.ok(WANG, new WishPosted(kind, null, "换灯泡", null, points, TODAY.plusDays(10)));
    }

    private void claim(EntryId wish, VolunteerNo volunteer) {
        county.ok(self(volunteer), new WishClaimed(wish, volunteer, null));
    }

    /** 陈 has done it. */
    private EntryId done(EntryId wish) {
        claim(wish, chen);
        county.ok(self(chen), new WishFulfilled(wish, null));
        return wish;
    }

    private void adjust(VolunteerNo volunteer, long points) {
        county.ok(LIN, new PointsAdjusted(volunteer, points, Basis.CORRECTION, "counted", null));
    }

    private static Actor self(VolunteerNo volunteer) {
        return new Actor.Volunteer(volunteer);
    }

    private Wish wish(EntryId id) {
        return county.books().wishes().find(id).orElseThrow();
    }

    private WishesToDo toDo() {
        return county.books().toDo().wishes();
    }

    private static List<EntryId> ids(List<Wish> wishes) {
        return wishes.stream().map(Wish::id).toList();
    }

    private List<VolunteerNo> members(EntryId team) {
        return county.books().teams().members(team).stream()
                .map(Membership::volunteer)
                .toList();
    }

    private WishPolicy policy(Kind kind) {
        return Policy.parse(county.books().policy().orElseThrow().document()).of(kind);
    }

    private long counter(PointsAccount.Kind kind) {
        return county.books().pointsAccounts().stream()
                .filter(account -> account.kind() == kind)
                .mapToLong(PointsAccount::points)
                .sum();
    }
}
