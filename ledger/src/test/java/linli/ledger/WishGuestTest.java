package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.Wish.State;
import linli.ledger.WishBook.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volunteers who take on wishes of branches that are not theirs: requests and answers travel with the logs. */
class WishGuestTest {
    @TempDir
    Path folder;

    private Network network;
    private Site home;
    private Site other;
    private Site wall;
    private VolunteerNo chen;
    private VolunteerNo zhao;
    private EntryId wish;

    /** 陈 is of the first branch, 赵 of the second; the wish hangs at the third. All have each other's logs. */
    @BeforeEach
    void hangUp() {
        network = new Network(folder);
        home = network.join();
        other = network.join();
        wall = network.join();
        network.meet(home);
        network.meet(other);
        network.meet(wall);
        chen = home.enrol();
        zhao = other.enrol();
        wall.ok(new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null));
        wish = wall.ok(new WishPosted(Kind.WISH, null, "一副老花镜", null, 5, TestLedger.TODAY.plusDays(10)));
        network.meetAll();
    }

    @AfterEach
    void everyNodeHasTheSame() {
        network.meetAll();
        for (Site node : network.nodes()) {
            TestLedger.assertSound(node.books());
            assertEquals(network.county.rows(), node.rows(), "node " + node.number());
        }
        network.close();
    }

    @Test
    void aGuestIsGrantedTheWishAndGetsThePointsWhereItHangs() {
        assertEquals(List.of(wish), ids(home.books().wishes().claimableElsewhere()));
        EntryId request = ask(home, chen);
        assertEquals(List.of(), wall.books().toDo().wishes().toAnswer(), "the logs have not met");
        home.carry(wall);
        assertEquals(List.of(request), waiting(wall));
        wall.ok(new WishClaimed(wish, chen, request));
        assertEquals(List.of(), waiting(wall));
        wall.carry(home);
        assertEquals(chen, at(home).claim().volunteer(), "at home they see that it is theirs");
        assertTrue(home.books().wishes().request(request).orElseThrow().answer().granted());
        wall.ok(new Actor.Volunteer(chen), new WishFulfilled(wish, null));
        wall.ok(TestLedger.LIN, new WishConfirmed(wish, 5, 1));
        assertEquals(5, wall.books().held(chen));
        assertEquals(0, home.books().held(chen));
        assertTrue(wall.books().volunteer(chen).orElseThrow().guest());
        home.ok(wall.send(chen, 5, home));
        assertEquals(5, home.books().held(chen));
    }

    @Test
    void ofTwoBranchesThatAskOneIsGrantedAndTheOtherSeesIt() {
        EntryId first = ask(home, chen);
        EntryId second = ask(other, zhao);
        other.carry(wall);
        home.carry(wall);
        assertEquals(List.of(first, second), waiting(wall), "by branch");
        wall.ok(new WishClaimed(wish, zhao, second));
        assertEquals(List.of(), waiting(wall), "nobody else can have it");
        assertEquals(Rejection.WISH_STATE, wall.refused(new WishClaimed(wish, chen, first)));
        wall.ok(new WishClaimDeclined(wish, first, "赵家近"));
        wall.carry(home);
        assertEquals(zhao, at(home).claim().volunteer());
        Asked told = home.books().wishes().request(first).orElseThrow();
        assertFalse(told.answer().granted());
        assertFalse(told.waits());
    }

    @Test
    void whatIsReleasedWaitsAgainForThoseWhoStillAsk() {
        EntryId first = ask(home, chen);
        EntryId second = ask(other, zhao);
        home.carry(wall);
        other.carry(wall);
        wall.ok(new WishClaimed(wish, zhao, second));
        wall.ok(new WishReleased(wish, "临时有事"));
        assertEquals(List.of(first), waiting(wall), "the other's request was answered");
    }

    @Test
    void aRequestTakenBackWhileItIsGrantedLeavesTheClaimToAClerk() {
        EntryId request = ask(home, chen);
        home.carry(wall);
        home.ok(new Actor.Volunteer(chen), new WishClaimWithdrawn(request, "病了"));
        wall.ok(new WishClaimed(wish, chen, request));
        network.meetAll();
        assertEquals(List.of(), wall.books().findings());
        assertEquals(State.CLAIMED, at(home).state());
        assertEquals(
                List.of(request),
                wall.books().toDo().wishes().toRelease().stream()
                        .map(asked -> asked.request().id())
                        .toList());
        wall.ok(TestLedger.LIN, new WishReleased(wish, "陈病了"));
        assertEquals(List.of(), wall.books().toDo().wishes().toRelease());
        assertEquals(State.OPEN, at(wall).state());
    }

    @Test
    void aRequestTakenBackInTimeIsNoLongerGranted() {
        EntryId request = ask(home, chen);
        home.ok(new WishClaimWithdrawn(request, "病了"));
        home.carry(wall);
        assertEquals(List.of(), waiting(wall));
        assertEquals(Rejection.CLAIM_REQUEST_WITHDRAWN, wall.refused(new WishClaimed(wish, chen, request)));
        EntryId again = ask(home, chen);
        home.carry(wall);
        assertEquals(List.of(again), waiting(wall));
    }

    @Test
    void nobodyAsksForWhatTheyKnowIsGone() {
        wall.ok(TestLedger.LIN, new WishClosed(wish, End.REFUSED, "x"));
        ask(home, chen);
        wall.carry(other);
        assertEquals(Rejection.WISH_STATE, other.refused(new WishClaimRequested(wish, zhao)));
        home.carry(wall);
        assertEquals(List.of(), waiting(wall));
        assertEquals(List.of(), other.books().wishes().claimableElsewhere());
    }

    @Test
    void aGuestWhoIsHereTakesItOnWithoutAsking() {
        wall.ok(new Actor.Volunteer(chen), new WishClaimed(wish, chen, null));
        assertEquals(State.CLAIMED, at(wall).state());
        assertTrue(wall.books().volunteer(chen).orElseThrow().guest());
    }

    @Test
    void aBranchThatAsksForNothingTouchesNobodysWish() {
        EntryId own = home.ok(new WishPosted(Kind.HELP, null, "换灯泡", null, 3, TestLedger.TODAY.plusDays(3)));
        home.close();
        List<Event> attacks = List.of(
                new WishAccepted(wish),
                new WishClaimed(wish, chen, null),
                new WishFulfilled(wish, null),
                new WishConfirmed(wish, 5, 1),
                new WishClosed(wish, End.REFUSED, "x"),
                new WishClaimed(own, chen, new EntryId(home.number(), 1)));
        attacks.forEach(attack -> Forger.append(home, attack));
        // Who reads takes the branch's word for it that somebody asked; the claim is on its own wish.
        Forger.append(home, new WishClaimed(own, chen, new EntryId(other.number(), 1)));
        home.start();
        network.meetAll();
        assertEquals(attacks.size(), wall.books().findings().size());
        assertEquals(State.OPEN, at(wall).state());
        assertEquals(0, wall.held(3, chen));
    }

    private EntryId ask(Site site, VolunteerNo volunteer) {
        return site.ok(new Actor.Volunteer(volunteer), new WishClaimRequested(wish, volunteer));
    }

    private Wish at(Site site) {
        return site.books().wishes().find(wish).orElseThrow();
    }

    private static List<EntryId> waiting(Site site) {
        return site.books().toDo().wishes().toAnswer().stream()
                .map(asked -> asked.request().id())
                .toList();
    }

    private static List<EntryId> ids(List<Wish> wishes) {
        return wishes.stream().map(Wish::id).toList();
    }
}
