package linli.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.RequestId;
import linli.entry.TeamEvent;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.ledger.Draft;
import linli.ledger.Outcome;
import linli.ledger.Rejection;
import linli.ledger.Wish;
import linli.office.WishDesk.Asking;
import linli.profile.Profile;
import linli.profile.ProfileException;
import linli.profile.WishDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody tells of themselves with a wish, and who comes to read it. */
class WishDeskTest {
    private static final WishDetails DETAILS = new WishDetails("左眼看不清", "和平社区三栋二单元", "吴奶奶", "138 0000 1234");

    @TempDir
    private Path folder;

    private TrialNode node;
    private WishDesk desk;
    private VolunteerNo wu;
    private VolunteerNo chen;

    @BeforeEach
    void open() {
        node = TrialNode.at(folder);
        desk = new WishDesk(node.ledger, node.profiles);
        wu = enrolled("吴桂兰");
        chen = enrolled("陈明");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void theDetailsAreBesideTheLogAndNeverInIt() {
        EntryId wish = asked(RequestId.random());
        assertEquals(Optional.of(DETAILS), desk.details(wish, self(wu)));
        for (long index = 0; index < node.ledger.log().size(); index++) {
            byte[] entry = node.ledger.log().entry(index);
            for (String secret : List.of("三栋", "吴奶奶", "13800001234")) {
                assertFalse(Bytes.indexOf(entry, secret.getBytes(StandardCharsets.UTF_8)) >= 0, secret);
            }
        }
        assertEquals("WishDetails[withheld]", DETAILS.toString());
        node.close();
        node = TrialNode.at(folder);
        assertEquals(Optional.of(DETAILS), new WishDesk(node.ledger, node.profiles).details(wish, self(wu)));
    }

    @Test
    void whatThePolicySaysNeedNotBeAsked() {
        Wish wish = wish(asked(RequestId.random()));
        assertEquals(5, wish.points());
        assertEquals(node.ledger.today().plusDays(30), wish.lastDay());
    }

    @Test
    void theSameFormTwiceIsOneWishWithItsDetails() {
        RequestId request = RequestId.random();
        EntryId first = asked(request);
        assertEquals(first, asked(request));
        assertEquals(1, node.profiles.wishes().held().size());
        Outcome other = desk.post(asking("另一个", request), self(wu));
        assertEquals(
                Rejection.REQUEST_REUSED,
                assertInstanceOf(Outcome.Refused.class, other).code());
        assertEquals(Optional.of(DETAILS), desk.details(first, self(wu)), "the first form's are still there");
    }

    @Test
    void whatIsRefusedLeavesNoDetailsAndCanBeAskedAgain() {
        RequestId request = RequestId.random();
        assertInstanceOf(Outcome.Refused.class, desk.post(asking("老花镜", request), self(chen)));
        assertThrows(EntryException.class, () -> desk.post(asking(" ", request), self(wu)));
        assertEquals(List.of(), node.profiles.wishes().held());
        assertEquals(Optional.of(DETAILS), desk.details(asked(request), self(wu)));
    }

    @Test
    void onlyThoseConcernedReadTheDetails() {
        EntryId wish = asked(RequestId.random());
        assertReads(wish, TrialNode.CLERK, true);
        assertReads(wish, TrialNode.APPROVER, false);
        assertReads(wish, new Actor.Staff("stranger"), false);
        assertReads(wish, self(chen), false);
        ok(TrialNode.CLERK, new WishAccepted(wish));
        ok(self(chen), new WishClaimed(wish, chen, null));
        assertReads(wish, self(chen), true);
        ok(TrialNode.CLERK, new WishClosed(wish, End.REFUSED, "x"));
        assertReads(wish, self(chen), false);
        assertReads(wish, self(wu), true);
    }

    @Test
    void whoIsSentReadsWhereTo() {
        EntryId wish = asked(RequestId.random());
        LocalDate soon = node.ledger.today().plusDays(1);
        EntryId team = ok(TrialNode.CLERK, new TeamFormed(TeamEvent.Kind.EMERGENCY, "应急队"));
        ok(TrialNode.CLERK, new WishAccepted(wish));
        ok(TrialNode.CLERK, new WishDispatched(wish, null, "approver", soon));
        assertReads(wish, TrialNode.APPROVER, true);
        ok(TrialNode.CLERK, new WishDispatched(wish, team, null, soon));
        assertReads(wish, TrialNode.APPROVER, false);
        assertReads(wish, self(chen), false);
        ok(self(chen), new TeamJoined(team, chen));
        assertReads(wish, self(chen), true);
    }

    @Test
    void theApproverOfASuggestionReadsIt() {
        Asking asking = new Asking(Kind.SUGGESTION, wu, "加一盏路灯", DETAILS, null, null, RequestId.random());
        EntryId idea = desk.post(asking, self(wu)).idOrThrow();
        ok(TrialNode.CLERK, new WishAccepted(idea));
        ok(TrialNode.CLERK, new WishFulfilled(idea, null));
        assertReads(idea, TrialNode.APPROVER, true);
    }

    @Test
    void whoIsForgottenLeavesTheWishWithoutDetails() {
        RequestId request = RequestId.random();
        EntryId wish = asked(request);
        EntryId resident = desk.post(
                        new Asking(Kind.HELP, null, "买药", DETAILS, null, null, RequestId.random()), TrialNode.CLERK)
                .idOrThrow();
        assertTrue(node.office.forget(wu));
        assertReads(wish, self(wu), false);
        assertEquals("老花镜", wish(wish).title());
        assertThrows(ProfileException.class, () -> asked(request), "a late repeat brings nothing back");
        assertReads(resident, TrialNode.CLERK, true);
        assertTrue(desk.forget(resident));
        assertFalse(desk.forget(resident));
        assertReads(resident, TrialNode.CLERK, false);
    }

    @Test
    void aFieldAgainstItsRuleIsNamed() {
        ProfileException refusal =
                assertThrows(ProfileException.class, () -> new WishDetails(null, null, null, "at home"));
        assertEquals("phone", refusal.subject());
        assertTrue(new WishDetails(" ", "　", null, "").isEmpty());
    }

    private void assertReads(EntryId wish, Actor reader, boolean may) {
        assertEquals(may ? Optional.of(DETAILS) : Optional.empty(), desk.details(wish, reader));
    }

    private VolunteerNo enrolled(String name) {
        Office.Application application = new Office.Application(
                Profile.builder().name(name).build(), LocalDate.of(2026, 3, 1), RequestId.random());
        return new VolunteerNo(node.office.enrol(application, TrialNode.CLERK).idOrThrow());
    }

    private Asking asking(String title, RequestId request) {
        return new Asking(Kind.WISH, wu, title, DETAILS, null, null, request);
    }

    private EntryId asked(RequestId request) {
        return desk.post(asking("老花镜", request), self(wu)).idOrThrow();
    }

    private Wish wish(EntryId id) {
        return node.ledger.books().wishes().find(id).orElseThrow();
    }

    private EntryId ok(Actor by, Event event) {
        return node.ledger.post(Draft.once(by, event)).idOrThrow();
    }

    private static Actor self(VolunteerNo volunteer) {
        return new Actor.Volunteer(volunteer);
    }
}
