package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.RequestId;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points on their way from one branch to another. */
class TransferTest {
    @TempDir
    Path folder;

    private Network network;
    private Site from;
    private Site to;
    private VolunteerNo chen;

    @BeforeEach
    void begin() {
        network = new Network(folder);
        from = network.join();
        to = network.join();
        network.meet(from);
        chen = from.rich(100);
    }

    @AfterEach
    void end() {
        network.close();
    }

    @Test
    void pointsSentBelongToNobodyUntilTheyAreReceivedOnce() {
        PointsReceived receipt = from.send(chen, 30, to);
        from.carry(network.county);
        assertEquals(70, from.books().held(chen));
        Transfer onItsWay = network.county.books().transit().inTransit().get(0);
        assertEquals(new EntryId(1, receipt.sent().index()), onItsWay.sent());
        assertEquals(Optional.empty(), network.county.books().transit().receiptOf(onItsWay));

        EntryId received = to.ok(receipt);
        assertEquals(30, to.books().held(chen));
        to.carry(network.county);
        assertEquals(List.of(), network.county.books().transit().inTransit());
        assertEquals(Optional.of(received), network.county.books().transit().receiptOf(onItsWay));
        assertEquals(Rejection.ALREADY_RECEIVED, to.refused(receipt));
        TestLedger.assertSound(network.county.books());
    }

    @Test
    void aSlipIsEnoughWhereTheSendersLogHasNeverBeen() {
        PointsReceived receipt = from.send(chen, 30, to);
        assertEquals(Optional.empty(), to.ledger().mirrors().find(from.node.origin()));
        to.ok(receipt);
        assertEquals(30, to.books().held(chen));
        to.carry(network.county);
        assertEquals(List.of(), network.county.books().findings(), "nor is it anywhere else wanting");
    }

    @Test
    void aSlipIsForItsAddresseeAlone() {
        Site third = network.join();
        PointsReceived receipt = from.send(chen, 30, to);
        assertEquals(Rejection.NOT_ADDRESSED, third.refused(receipt));
        assertEquals(Rejection.NOT_ADDRESSED, network.county.refused(receipt));
        to.ok(receipt);
    }

    @Test
    void aSlipThatWasChangedAnywhereIsRefused() {
        PointsReceived receipt = from.send(chen, 30, to);
        byte[] slip = receipt.slip().toBytes();
        for (int i = 0; i < slip.length; i += 7) {
            byte[] altered = slip.clone();
            altered[i] ^= 4;
            assertEquals(Rejection.SLIP_INVALID, to.refused(with(receipt, SignedEntry.of(altered))), "byte " + i);
        }
        VolunteerNo other = from.enrol();
        PointsReceived forAnother = new PointsReceived(receipt.sent(), other, 30, receipt.slip());
        PointsReceived more = new PointsReceived(receipt.sent(), chen, 31, receipt.slip());
        PointsReceived elsewhere =
                new PointsReceived(new EntryId(1, receipt.sent().index() + 1), chen, 30, receipt.slip());
        for (PointsReceived wrong : List.of(forAnother, more, elsewhere)) {
            assertEquals(Rejection.SLIP_INVALID, to.refused(wrong));
        }
        assertEquals(0, to.books().held(chen));
    }

    @Test
    void aSenderThatOverdrawsIsFoundAndTheReceiptStands() {
        PointsSent tooMuch = TestLedger.sending(chen, 1_000, 2);
        from.close();
        byte[] slip = Forger.append(from, tooMuch);
        from.start();
        EntryId sent = new EntryId(1, from.log().size() - 1);
        to.ok(new PointsReceived(sent, chen, 1_000, SignedEntry.of(slip)));
        network.meetAll();
        for (Site node : network.nodes()) {
            Finding finding = node.books().findings().get(0);
            assertEquals(new Finding(sent, Rejection.NOT_ENOUGH_POINTS, finding.detail()), finding);
            assertEquals(1, node.books().findings().size());
            TestLedger.assertSound(node.books());
        }
        assertEquals(1_000, to.books().held(chen));
        assertEquals(100, from.books().held(chen), "and the sender's own book is as before");
    }

    @Test
    void aSlipFromBehindAClosedBranchsEndCountsOnlyForWhoHadNotHeard() {
        PointsReceived early = from.send(chen, 10, to);
        PointsReceived late = from.send(chen, 20, to);
        network.shut(from, early.sent().index());
        to.ok(early);
        network.meet(to);
        assertEquals(Rejection.BRANCH_CLOSED, to.refused(late));
        to.carry(network.county);
        assertEquals(10, network.county.books().held(chen) + to.books().held(chen));
        assertEquals(List.of(), network.county.books().findings(), "what was received in good faith stands");
        assertTrue(network.county.books().transit().transfer(early.sent()).isEmpty(), "though it was never sent");
    }

    @Test
    void theSameReceiptAskedForTwiceIsOneEntry() {
        PointsReceived receipt = from.send(chen, 30, to);
        RequestId request = RequestId.derived("receipt", receipt.sent().toString());
        Draft draft = new Draft(Actor.NODE, request, receipt);
        Outcome first = to.ledger().post(draft);
        assertEquals(first.idOrThrow(), to.ledger().post(draft).idOrThrow());
    }

    private static PointsReceived with(PointsReceived receipt, SignedEntry slip) {
        return new PointsReceived(receipt.sent(), receipt.volunteer(), receipt.points(), slip);
    }
}
