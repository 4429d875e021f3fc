package linli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import linli.ledger.LedgerException;
import linli.ledger.NodeFolder;
import linli.log.Progress;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.peer.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch whose disk died comes back from a copy, with what others hold of its log. */
class RecoveryTest {
    private static final Backup.Told UNSEEN = (bytes, ofBytes) -> {};

    @TempDir
    private Path folder;

    private TestNode county;
    private TestNode heping;
    private TestNode xijie;
    private Path copy;
    private NodeFolder restored;
    private long copied;

    @BeforeEach
    void copyAndWriteOn() throws PeerException {
        county = TestNode.county(folder.resolve("county"));
        heping = county.enrol(folder.resolve("heping"), "heping");
        xijie = county.enrol(folder.resolve("xijie"), "xijie");
        heping.grant(heping.volunteer(), 10);
        heping.meet(county);
        xijie.meet(county);
        copy = folder.resolve("copy");
        copied = Backup.make(heping.ledger.node(), copy, UNSEEN).ownSize();
        heping.grant(heping.volunteer(), 20);
        heping.meet(county);
    }

    @AfterEach
    void close() {
        Stream.of(county, heping, xijie).forEach(TestNode::close);
    }

    /** The disk dies; the copy is put on a new one. */
    private void diskDies() {
        heping.close();
        restored = Backup.putBack(copy, folder.resolve("new-disk"), UNSEEN);
    }

    private Recovery.Outcome recover(Peer... peers) {
        return new Recovery(restored, Progress.UNSEEN).run(List.of(peers));
    }

    private TestNode opened() {
        return TestNode.open(restored.folder(), 1);
    }

    @Test
    void theCountyGivesBackWhatWasWrittenAfterTheCopyAndTheNodeWritesOn() throws PeerException {
        long size = heping.ledger.checkpoint().size();
        List<String> accounts = heping.accounts();
        diskDies();
        Recovery.Outcome outcome = recover(county.asPeer);
        assertTrue(outcome.mayWrite(), outcome.toString());
        assertTrue(outcome.before() >= copied && outcome.before() < size, outcome.toString());
        assertEquals(size, outcome.after());
        assertEquals(size, outcome.answers().get(0).ownSize());
        try (TestNode back = opened()) {
            assertEquals(accounts, back.accounts());
            back.grant(back.volunteer(), 30);
            back.meet(county);
            assertEquals(county.accounts(), back.accounts());
            assertTrue(back.ledger.fork().isEmpty());
        }
    }

    @Test
    void aNeighbourMayHoldMoreThanTheCountySoItIsWaitedFor() throws PeerException {
        heping.grant(heping.volunteer(), 40);
        heping.meet(xijie);
        long size = heping.ledger.checkpoint().size();
        diskDies();
        xijie.asPeer.unplug();
        Recovery.Outcome half = recover(county.asPeer, xijie.asPeer);
        assertFalse(half.mayWrite());
        assertTrue(half.answers().get(1).problem().isPresent());
        assertTrue(restored.isHeldBack());
        xijie.asPeer.plug();
        Recovery.Outcome whole = recover(county.asPeer, xijie.asPeer);
        assertTrue(whole.mayWrite(), whole.toString());
        assertEquals(size, whole.after());
        try (TestNode back = opened()) {
            back.volunteer();
            back.meet(county);
            back.meet(xijie);
            assertTrue(back.ledger.fork().isEmpty());
            assertEquals(county.accounts(), back.accounts());
        }
    }

    @Test
    void withoutTheCountyItStaysHeldBackAndIsStillRead() throws PeerException {
        diskDies();
        county.asPeer.unplug();
        assertFalse(recover(county.asPeer, xijie.asPeer).mayWrite());
        assertFalse(recover().mayWrite(), "nobody was asked");
        try (TestNode held = opened()) {
            assertEquals(
                    LedgerException.Code.TAIL_MISSING,
                    assertThrows(LedgerException.class, held::volunteer).code());
            assertFalse(held.accounts().isEmpty());
            xijie.grant(xijie.volunteer(), 5);
            county.asPeer.plug();
            xijie.meet(county);
            held.meet(county);
            assertTrue(
                    held.ledger.mirrors().find("xx.linli/xijie").orElseThrow().size() > 0, "it goes on reading");
        }
        assertTrue(recover(county.asPeer, xijie.asPeer).mayWrite());
    }

    @Test
    void whatNobodyWasGivenIsLostAndTheNodeGoesOnWithoutIt() throws PeerException {
        long given = heping.ledger.log().size();
        heping.grant(heping.volunteer(), 40);
        diskDies();
        Recovery.Outcome outcome = recover(county.asPeer, xijie.asPeer);
        assertTrue(outcome.mayWrite());
        assertTrue(outcome.after() <= given, outcome.toString());
        try (TestNode back = opened()) {
            back.volunteer();
            back.meet(county);
            assertTrue(back.ledger.fork().isEmpty());
        }
    }

    @Test
    void aCopyThatWroteOnIsFoundOutAndFrozen() throws PeerException {
        heping.close();
        // Somebody put the copy back by hand, and it wrote.
        try (TestNode twin = TestNode.open(copy, 1)) {
            for (int i = 0; i < 5; i++) {
                twin.grant(twin.volunteer(), 7);
            }
            twin.ledger.checkpoint();
        }
        restored = Backup.putBack(copy, folder.resolve("new-disk"), UNSEEN);
        Recovery.Outcome outcome = recover(county.asPeer);
        assertTrue(outcome.forked(), outcome.toString());
        assertFalse(outcome.mayWrite());
        assertTrue(restored.isHeldBack());
    }

    @Test
    void itIsTheSameWhenItIsDoneTwice() {
        diskDies();
        assertTrue(recover(county.asPeer).mayWrite());
        Recovery.Outcome again = recover(county.asPeer);
        assertTrue(again.mayWrite());
        assertEquals(again.before(), again.after());
    }
}
