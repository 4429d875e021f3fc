package linli.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Outcome;
import linli.ledger.Rejection;
import linli.peer.PeerException;
import linli.peer.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches that never meet while points go from one to the other; what is carried is a piece of text. */
class TransferDeskTest {
    @TempDir
    private Path folder;

    private TestNode county;
    private TestNode heping;
    private TestNode xijie;
    private VolunteerNo zhang;

    @BeforeEach
    void found() throws PeerException {
        county = TestNode.county(folder.resolve("county"));
        heping = county.enrol(folder.resolve("heping"), "heping");
        xijie = county.enrol(folder.resolve("xijie"), "xijie");
        heping.meet(county);
        zhang = heping.volunteer();
        heping.grant(zhang, 100);
    }

    @AfterEach
    void close() {
        Stream.of(county, heping, xijie).forEach(TestNode::close);
    }

    private String sent(long points, int branch) {
        EntryId sent = heping.ok(TestNode.LIN, heping.sending(zhang, points, branch));
        return new TransferDesk(heping.ledger).slipOf(sent).toText();
    }

    private Outcome read(TestNode node, String slip) {
        return new TransferDesk(node.ledger).receive(slip, TestNode.LIN);
    }

    private TransferException.Code refusal(TestNode node, String slip) {
        return assertThrows(TransferException.class, () -> read(node, slip)).code();
    }

    @Test
    void aSlipBringsThePointsOnceWithBothOffline() {
        String slip = sent(100, 2);
        read(xijie, slip.replace("\n", "\r\n") + "  \n").idOrThrow();
        assertEquals(100, xijie.ledger.books().held(zhang));
        assertEquals(0, heping.ledger.books().held(zhang));
        assertEquals(TransferException.Code.ALREADY_RECEIVED, refusal(xijie, slip));
        assertEquals(100, xijie.ledger.books().held(zhang));
    }

    @Test
    void whatASlipBroughtDoesNotComeAgainWithTheLog() throws PeerException {
        read(xijie, sent(70, 2)).idOrThrow();
        heping.meet(county);
        xijie.meet(county);
        assertEquals(70, xijie.ledger.books().held(zhang));
        assertTrue(xijie.ledger.books().transit().inTransit().isEmpty());
    }

    @Test
    void nobodyElseCanReadIt() {
        String slip = sent(10, 2);
        assertEquals(Rejection.NOT_ADDRESSED, ((Outcome.Refused) read(county, slip)).code());
    }

    @Test
    void anAlteredSlipIsNone() {
        String slip = sent(10, 2);
        String other = sent(20, 2);
        assertEquals(TransferException.Code.NOT_A_SLIP, refusal(xijie, slip.substring(0, slip.length() / 2)));
        assertEquals(TransferException.Code.NOT_A_SLIP, refusal(xijie, "http://example/"));
        String extra = line(slip, "extra ");
        assertEquals(TransferException.Code.NOT_PROVEN, refusal(xijie, slip.replace(extra, line(other, "extra "))));
        assertEquals(0, xijie.ledger.books().held(zhang));
    }

    private static String line(String slip, String start) {
        return slip.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void aBranchNobodyKnowsYetSendsNothing() throws PeerException {
        try (TestNode mingzhu = county.enrol(folder.resolve("mingzhu"), "mingzhu")) {
            VolunteerNo li = mingzhu.volunteer();
            mingzhu.grant(li, 5);
            EntryId sent = mingzhu.ok(TestNode.LIN, mingzhu.sending(li, 5, 2));
            String slip = new TransferDesk(mingzhu.ledger).slipOf(sent).toText();
            assertEquals(TransferException.Code.UNKNOWN_LOG, refusal(xijie, slip));
            xijie.meet(county);
            read(xijie, slip).idOrThrow();
            assertEquals(5, xijie.ledger.books().held(li));
        }
    }

    @Test
    void onlyWhatWasSentHasASlip() {
        TransferDesk desk = new TransferDesk(heping.ledger);
        assertThrows(TransferException.class, () -> desk.slipOf(zhang.entry()));
        assertThrows(TransferException.class, () -> desk.slipOf(new EntryId(1, 999)));
        assertThrows(TransferException.class, () -> desk.slipOf(new EntryId(2, 0)));
    }
}
