package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that the county ends: a branch that is closed, a key that is retired. */
class ClosedBranchTest {
    @TempDir
    Path folder;

    private Network network;
    private Site branch;
    private Site other;

    @BeforeEach
    void begin() {
        network = new Network(folder);
        branch = network.join();
        other = network.join();
        network.meet(branch);
    }

    @AfterEach
    void end() {
        network.close();
    }

    @Test
    void entriesPostedBeforeTheClosingWasHeardOfGoFromAllAccounts() {
        VolunteerNo kept = branch.rich(10);
        long end = branch.log().size();
        VolunteerNo gone = branch.rich(20);
        branch.carry(other);
        branch.carry(network.county);
        assertEquals(20, network.county.held(1, gone));
        network.shut(branch, end);
        Site witness = network.join();
        network.meetAll();
        for (Site node : network.nodes()) {
            assertEquals(witness.rows(), node.rows(), "node " + node.number() + " and one that heard first");
            assertTrue(node.books().volunteer(1, kept).isPresent());
            assertTrue(node.books().volunteer(1, gone).isEmpty());
        }
    }

    @Test
    void readersSeeWholeAccountsWhileTheyAreMadeAnew() throws Exception {
        for (int i = 0; i < 200; i++) {
            branch.rich(7);
        }
        long end = branch.log().size();
        branch.rich(1_000);
        branch.carry(other);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> rounds = reader.submit(() -> {
                int round = 0;
                for (; !done.get(); round++) {
                    TestLedger.assertSound(other.books());
                    assertTrue(Set.of(200L, 201L).contains(holders()));
                }
                return round;
            });
            network.shut(branch, end);
            network.county.carry(other);
            done.set(true);
            assertTrue(rounds.get(60, TimeUnit.SECONDS) > 0);
        } finally {
            done.set(true);
            reader.shutdownNow();
        }
        assertEquals(200, holders());
    }

    private long holders() {
        return other.books().pointsAccounts().stream()
                .filter(account -> account.kind() == PointsAccount.Kind.HELD)
                .count();
    }

    @Test
    void aClosedNodeRefusesToWriteAndStillReads() {
        VolunteerNo chen = branch.rich(10);
        network.shut(branch, branch.log().size() + 5);
        network.county.carry(branch);
        long size = branch.log().size();
        assertEquals(Rejection.LOG_ENDED, branch.refused(new BranchClosed(1, 0, "x")), "before every rule");
        assertEquals(10, branch.books().held(chen));
        assertEquals(size, branch.log().size());
        assertEquals(Rejection.LOG_ENDED, branch.reopen().refused(new BranchClosed(1, 0, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"branch-1", "another"})
    void anotherKeyGoesOnNumberingAndTheOldLogsRestIsVoid(String where) {
        VolunteerNo kept = branch.rich(10);
        long end = branch.log().size();
        VolunteerNo lost = branch.rich(20);
        branch.carry(other);
        Site old = branch;
        branch = network.rotate(branch, end, where);
        assertEquals(end, branch.ledger().books().volumes(1).get(1).first());
        assertEquals(Rejection.UNKNOWN_VOLUNTEER, branch.refused(TestLedger.sending(lost, 1, 2)));
        branch.give(kept, 5);
        VolunteerNo next = branch.enrol();
        assertTrue(next.entry().index() > end);
        assertNotEquals(lost, next);
        network.meetAll();
        if (!where.equals("branch-1")) {
            old.close();
        }
        for (Site node : network.nodes()) {
            assertEquals(15, node.held(1, kept), "node " + node.number());
            assertTrue(node.books().volunteer(1, next).isPresent(), "node " + node.number());
            assertTrue(node.books().volunteer(1, lost).isEmpty(), "node " + node.number());
        }
        assertEquals(other.rows(), branch.rows());
        branch.give(kept, 1);
        assertEquals(16, branch.books().held(kept), "and after a restart it goes on");
    }

    @Test
    void entriesOfARetiredKeyCountOnceHoweverOftenANodeStartsBeforeItHasAnyOfTheNextLog() {
        branch.carry(network.county);
        VolunteerNo chen = branch.rich(10);
        Site old = branch;
        branch = network.rotate(branch, branch.log().size(), "another");
        try (old) {
            old.carry(network.county);
            network.county.carry(other);
            old.carry(other);
            assertEquals(10, other.held(1, chen));
            assertEquals(10, other.reopen().reopen().held(1, chen));
            assertEquals(10, network.county.reopen().held(1, chen));
        }
    }

    @Test
    void aNodeWhoseKeyIsRetiredWritesNothingMore() {
        long end = branch.log().size();
        Site old = branch;
        branch = network.rotate(branch, end, "another");
        branch.enrol();
        try (old) {
            network.county.carry(old);
            assertEquals(Rejection.LOG_ENDED, old.refused(new BranchClosed(1, 0, "x")));
            branch.carry(old);
            assertEquals(Rejection.LOG_ENDED, old.refused(new BranchClosed(1, 0, "x")));
            assertEquals(end, old.log().size());
        }
    }

    @Test
    void aRequestOfTheEarlierLogIsNotWrittenAgain() {
        RequestId request = RequestId.derived("test", "1");
        Draft draft = new Draft(Actor.NODE, request, new VolunteerEnrolled(TestLedger.COMMITMENT, TestLedger.TODAY));
        EntryId first = branch.ledger().post(draft).idOrThrow();
        branch = network.rotate(branch, branch.log().size(), "branch-1");
        long size = branch.log().size();
        Outcome again = branch.ledger().post(draft);
        assertEquals(Rejection.REQUEST_REUSED, ((Outcome.Refused) again).code());
        assertEquals(size, branch.log().size());
        assertTrue(branch.books().volunteer(new VolunteerNo(first)).isPresent());
    }
}
