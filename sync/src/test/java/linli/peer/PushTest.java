package linli.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import linli.log.Log;
import linli.log.Mirror;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.mirror.Cosigner;
import linli.mirror.Reply;
import linli.peer.PeerException.Code;
import linli.wire.AddCheckpoint;
import linli.wire.MediaTypes;
import linli.wire.MirrorInfo;
import linli.wire.Ticket;
import linli.wire.TreeSize;
import linli.wire.WireException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Bringing a log to a node that holds nothing, a part, all or more of it, and to one that lies. */
class PushTest {
    /** Three requests, the last of them short, the last run too. */
    private static final long SIZE = 20_100;

    @TempDir
    private Path dir;

    private Log log;
    private Mirror copy;
    private Node county;

    @BeforeEach
    void meet() {
        log = Sample.log(dir.resolve("own"), SIZE);
        copy = Sample.copy(dir.resolve("copy"));
        county = new Node(copy);
    }

    @AfterEach
    void part() {
        copy.close();
        log.close();
    }

    private PushOutcome push(Peer peer, long held) throws PeerException {
        return push(peer, held, county.cosigner.vkey());
    }

    private PushOutcome push(Peer peer, long held, Vkey cosigner) throws PeerException {
        return new Push(peer, Progress.UNSEEN).bring(log, log.latestCheckpoint(), held, Optional.of(cosigner));
    }

    private void assertAllHeld() {
        assertEquals(SIZE, copy.complete().orElseThrow().size());
        assertEquals(Sample.all(log), Sample.all(copy));
    }

    private static void assertTrouble(Code code, Executable push) {
        assertEquals(code, assertThrows(PeerException.class, push).code());
    }

    @Test
    void aNodeThatHoldsNothingHoldsAllAfterwardsAndSigns() throws Exception {
        PushOutcome.Held held = assertInstanceOf(PushOutcome.Held.class, push(county, 0));
        assertAllHeld();
        assertTrue(copy.cosigned(county.cosigner.vkey(), held.cosignatures().get(0)));
        assertEquals(SIZE, held.traffic().entries());
        assertEquals(5, held.traffic().requests());
        assertEquals(
                List.of("add-checkpoint", "add-entries", "add-entries", "add-entries", "add-entries"), county.asked);
    }

    @Test
    void tenNewEntriesCostTwoRequests() throws Exception {
        push(county, 0);
        county.asked.clear();
        Sample.grow(log, SIZE + 10);
        PushOutcome outcome = push(county, SIZE);
        assertEquals(List.of("add-checkpoint", "add-entries"), county.asked);
        assertEquals(SIZE + 10, copy.complete().orElseThrow().size());
        assertTrue(outcome.traffic().sentBytes() < 3_000, outcome.toString());
        assertEquals(10, outcome.traffic().entries());
    }

    @Test
    void whatIsHeldAlreadyIsSignedAgainByOneRequest() throws Exception {
        push(county, 0);
        county.asked.clear();
        PushOutcome.Held held = assertInstanceOf(PushOutcome.Held.class, push(county, SIZE));
        assertEquals(1, held.cosignatures().size());
        assertEquals(List.of("add-checkpoint"), county.asked);
    }

    @Test
    void aWrongIdeaOfWhatThePeerHoldsCostsOneRequestMore() throws Exception {
        push(county, 0);
        Sample.grow(log, SIZE + 10);
        county.asked.clear();
        assertInstanceOf(PushOutcome.Held.class, push(county, SIZE - 5));
        assertEquals(List.of("add-checkpoint", "add-checkpoint", "add-entries"), county.asked);
    }

    @Test
    void aNodeThatHoldsMoreIsLeftAlone() throws Exception {
        push(county, 0);
        Log before = Sample.log(dir.resolve("before"), 300);
        Push push = new Push(county, Progress.UNSEEN);
        PushOutcome outcome = push.bring(before, before.latestCheckpoint(), 0, Optional.empty());
        assertEquals(
                SIZE, assertInstanceOf(PushOutcome.PeerIsAhead.class, outcome).size());
        before.close();
    }

    @Test
    void anEmptyLogIsBroughtByItsCheckpoint() throws Exception {
        try (Log empty = Sample.log(dir.resolve("empty"), 0)) {
            Push push = new Push(county, Progress.UNSEEN);
            PushOutcome outcome = push.bring(empty, empty.latestCheckpoint(), 0, Optional.empty());
            assertInstanceOf(PushOutcome.Held.class, outcome);
            assertEquals(List.of("add-checkpoint"), county.asked);
        }
    }

    @Test
    void aCopyIsBroughtLikeTheLogItself() throws Exception {
        push(county, 0);
        try (Mirror second = Sample.copy(dir.resolve("second"))) {
            new Push(new Node(second), Progress.UNSEEN).bring(copy, copy.latestCheckpoint(), 0, Optional.empty());
            assertEquals(Sample.all(log), Sample.all(second));
        }
    }

    @Test
    void longEntriesDoNotMakeLongRequests() throws Exception {
        byte[] entry = new byte[16_000];
        Arrays.fill(entry, (byte) 7);
        log.append(Collections.nCopies(1500, entry));
        log.checkpoint();
        List<Integer> lengths = new ArrayList<>();
        Node measuring = new Node(copy) {
            @Override
            Reply take(byte[] body) {
                lengths.add(body.length);
                return super.take(body);
            }
        };
        assertInstanceOf(PushOutcome.Held.class, push(measuring, 0));
        assertTrue(lengths.stream().allMatch(length -> length < 9 << 20), lengths.toString());
        assertEquals(SIZE + 1500, copy.size());
    }

    /** The line breaks at message {@code cutAt}, the entries half sent; the next meeting goes on. */
    @Test
    void wherePushingBreaksOffItGoesOn() throws Exception {
        for (int cutAt = 0; cutAt < 5; cutAt++) {
            try (Mirror half = Sample.copy(dir.resolve("half-" + cutAt))) {
                Peer breaking = breakingAt(half, cutAt);
                assertTrouble(Code.UNREACHABLE, () -> push(breaking, 0));
                long kept = half.size();
                Node whole = new Node(half);
                PushOutcome outcome = push(whole, 0);
                assertEquals(SIZE, half.complete().orElseThrow().size());
                assertTrue(outcome.traffic().entries() <= SIZE - kept + 256, "sent again what was kept");
            }
        }
    }

    private static Peer breakingAt(Mirror half, int cutAt) {
        AtomicInteger messages = new AtomicInteger();
        return new Node(half) {
            @Override
            void asked(String what) throws PeerException {
                if (messages.getAndIncrement() == cutAt && !what.equals("add-entries")) {
                    throw new PeerException(Code.UNREACHABLE, "gone");
                }
            }

            @Override
            public Reply addEntries(EntriesBody body) throws PeerException {
                if (messages.get() < cutAt) {
                    return super.addEntries(body);
                }
                byte[] bytes = bytes(body);
                try {
                    take(Arrays.copyOf(bytes, bytes.length / 2));
                } catch (WireException expected) {
                    assertEquals(WireException.Code.TRUNCATED, expected.code());
                }
                throw new PeerException(Code.UNREACHABLE, "gone");
            }
        };
    }

    @Test
    void aForkIsRefusedWithASentenceThatIsFitToBeShown() throws Exception {
        push(county, 0);
        Log other = Sample.forked(dir.resolve("other"), 5_000, 20_400);
        Push push = new Push(county, Progress.UNSEEN);
        PushOutcome outcome = push.bring(other, other.latestCheckpoint(), SIZE, Optional.empty());
        PushOutcome.Refused refused = assertInstanceOf(PushOutcome.Refused.class, outcome);
        assertEquals(PushOutcome.Reason.NOT_ADMITTED, refused.reason());
        assertEquals("[31mforked and more", refused.sentence());
        other.close();
    }

    @Test
    void everyRefusalHasItsReason() throws Exception {
        assertEquals(PushOutcome.Reason.UNKNOWN_LOG, reason(404));
        assertEquals(PushOutcome.Reason.NOT_PROVEN, reason(422));
        assertTrouble(Code.UNREACHABLE, () -> push(answering(503), 0));
        assertTrouble(Code.REFUSED, () -> push(answering(400), 0));
        assertTrouble(Code.NOT_TRUSTED, () -> push(answering(401), 0));
        assertTrouble(Code.MISBEHAVED, () -> push(answering(302), 0));
    }

    private PushOutcome.Reason reason(int status) throws PeerException {
        return assertInstanceOf(PushOutcome.Refused.class, push(answering(status), 0))
                .reason();
    }

    private Peer answering(int status) {
        return saying(Reply.refusal(status, "no"));
    }

    /** A peer that takes the checkpoint and then always says the same. */
    private Peer saying(Reply reply) {
        return new Node(copy) {
            @Override
            public Reply addEntries(EntriesBody body) throws PeerException {
                asked("add-entries");
                assertTrue(asked.size() < 20, "no end to it");
                return reply;
            }
        };
    }

    @Test
    void aNodeThatKeepsNothingIsGivenUp() {
        for (long next : new long[] {0, 1, 8192, SIZE, SIZE + 5}) {
            for (int status : new int[] {202, 409}) {
                byte[] info = new MirrorInfo(SIZE, next, Ticket.NONE).toBytes();
                assertTrouble(Code.MISBEHAVED, () -> push(saying(new Reply(status, MediaTypes.MIRROR_INFO, info)), 0));
            }
        }
    }

    @Test
    void anAnswerThatIsNoneIsMisbehaviour() {
        byte[] junk = {'j', 'u', 'n', 'k'};
        for (int status : new int[] {200, 202, 409}) {
            assertTrouble(Code.MISBEHAVED, () -> push(saying(new Reply(status, "", junk)), 0));
        }
    }

    @Test
    void aSizeThatChangesWithEveryQuestionIsNotChased() throws Exception {
        Peer fickle = new Node(copy) {
            private long named;

            @Override
            public Reply addCheckpoint(byte[] body) {
                return new Reply(409, MediaTypes.TREE_SIZE, new TreeSize(++named).toBytes());
            }
        };
        PushOutcome.Refused refused = assertInstanceOf(PushOutcome.Refused.class, push(fickle, 0));
        assertEquals(PushOutcome.Reason.STANDS_ELSEWHERE, refused.reason());
        assertEquals("it stands at 1", refused.sentence());
    }

    @Test
    void aCosignatureUnderSomethingElseIsNotTaken() throws Exception {
        push(county, 0);
        Reply old = county.addCheckpoint(
                new AddCheckpoint(SIZE, List.of(), log.latestCheckpoint().note()).toBytes());
        Sample.grow(log, SIZE + 10);
        assertTrouble(Code.MISBEHAVED, () -> push(saying(old), SIZE));
    }

    @Test
    void signaturesOfStrangersArePassedOver() throws Exception {
        Vkey stranger = new Cosigner("other.example", SigningKey.ofSeed(Sample.seed(4)), InstantSource.system()).vkey();
        PushOutcome.Held held = assertInstanceOf(PushOutcome.Held.class, push(county, 0, stranger));
        assertTrue(held.cosignatures().isEmpty());
        assertAllHeld();
    }
}
