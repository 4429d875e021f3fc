package linli.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linli.enrol.Credentials;
import linli.enrol.CredentialsRequest;
import linli.enrol.EnrolException;
import linli.enrol.Fingerprint;
import linli.enrol.InviteCode;
import linli.enrol.PeerTls;
import linli.enrol.Standing;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.LogView;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Tile;
import linli.mirror.Reply;
import linli.peer.EntriesBody;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.peer.Push;
import linli.peer.PushOutcome;
import linli.wire.LogList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTest {
    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock();
    private TestCounty county;
    private Path dir;

    /** A clock that stands until it is moved. */
    private static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void found() throws IOException {
        county = new TestCounty(folder.resolve("county"), clock);
        dir = folder.resolve("heping");
    }

    @AfterEach
    void close() {
        county.close();
    }

    private Join join(Path node) {
        return new Join(node, county.address(), county::line, clock);
    }

    private Ledger joined(Path node, InviteCode code, SigningKey key) {
        Join join = join(node);
        Ledger ledger = join.carryOut(join.look(), () -> code, key, Progress.UNSEEN);
        NamedCosigner.of(ledger, key, clock);
        join.finish();
        return ledger;
    }

    private static SigningKey key(int number) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) number;
        return SigningKey.ofSeed(seed);
    }

    private static InviteCode unasked() {
        throw new AssertionError("the code was asked for");
    }

    @Test
    void aCommunityJoinsAndWritesUnderTheCountysPolicy() {
        InviteCode code = county.invite("heping", "和平社区");
        try (Ledger ledger = joined(dir, code, key(1))) {
            assertEquals(1, ledger.node().branch());
            assertEquals("xx.linli/heping", ledger.node().origin());
            assertEquals("和平社区", ledger.books().branch(1).orElseThrow().name());
            assertEquals(1, ledger.books().policy().orElseThrow().version());
            assertTrue(ledger.books().cosigner(1).isPresent());
            appoint(ledger, "wang");
            assertEquals(1, ledger.books().staff().size());
        }
        assertEquals(Optional.of(county.address()), PeerFile.read(dir).county());
        assertEquals(county.fingerprint(), Credentials.open(dir).countyFingerprint());
        assertEquals(1, NodeFolder.open(dir).branch());
        assertFalse(join(dir).isUnderWay());
    }

    private static void appoint(Ledger ledger, String handle) {
        ledger.post(Draft.once(Actor.NODE, new StaffAppointed(handle, "王芳", List.of(Role.MANAGER), null)))
                .idOrThrow();
    }

    @Test
    void aLostAnswerCostsNobodyACode() {
        InviteCode code = county.invite("heping", "和平社区");
        county.answersToLose.set(1);
        assertCode(SyncException.Code.UNREACHABLE, () -> joined(dir, code, key(1)));
        joined(dir, code, key(1)).close();
        assertEquals(2, county.ledger.books().branches().size());
    }

    @Test
    void interruptedBeforeTheCountysLogIsHereItGoesOnWithoutACode() {
        InviteCode code = county.invite("heping", "和平社区");
        Join cut = new Join(dir, county.address(), credentials -> new CutLine(), clock);
        assertCode(
                SyncException.Code.UNREACHABLE,
                () -> cut.carryOut(county.fingerprint(), () -> code, key(1), Progress.UNSEEN));
        assertTrue(cut.isUnderWay());
        assertFalse(NodeFolder.isNode(dir));
        join(dir)
                .carryOut(county.fingerprint(), JoinTest::unasked, key(1), Progress.UNSEEN)
                .close();
        assertTrue(NodeFolder.isNode(dir));
    }

    @Test
    void interruptedBeforeTheCertificateIsInItsPlaceItTakesTheAnswerThatWasKept() throws IOException {
        InviteCode code = county.invite("heping", "和平社区");
        CredentialsRequest.prepare(dir);
        Path request = dir.resolve("tls/request.pem");
        Path before = Files.copy(request, folder.resolve("request"), StandardCopyOption.COPY_ATTRIBUTES);
        Join cut = new Join(dir, county.address(), credentials -> new CutLine(), clock);
        assertCode(
                SyncException.Code.UNREACHABLE,
                () -> cut.carryOut(county.fingerprint(), () -> code, key(1), Progress.UNSEEN));
        // As the disk was when the answer had been kept and nothing else.
        Files.delete(dir.resolve("tls/node.pem"));
        Files.move(before, request);
        join(dir)
                .carryOut(county.fingerprint(), JoinTest::unasked, key(1), Progress.UNSEEN)
                .close();
        assertEquals(1, Credentials.open(dir).identity().number());
    }

    @Test
    void interruptedAfterItsFirstEntryItGoesOnInTheSameLog() {
        InviteCode code = county.invite("heping", "和平社区");
        long size;
        try (Ledger first = join(dir).carryOut(county.fingerprint(), () -> code, key(1), Progress.UNSEEN)) {
            size = first.log().size();
        }
        try (Ledger second = join(dir).carryOut(county.fingerprint(), JoinTest::unasked, key(1), Progress.UNSEEN)) {
            assertEquals(size, second.log().size());
        }
    }

    @Test
    void aWrongAnExpiredAndAUsedCodeAreRefusedWithWhatToDo() {
        InviteCode code = county.invite("heping", "和平社区");
        joined(dir, code, key(1)).close();
        Path other = folder.resolve("other");
        assertSays("Another node has used this code", () -> joined(other, code, key(2)));
        InviteCode late = county.invite("xijie", "西街社区");
        clock.now = clock.now.plus(Duration.ofDays(8));
        assertSays("This code has expired", () -> joined(other, late, key(2)));
        assertSays("does not know this code", () -> joined(other, new InviteCode("000000000"), key(2)));
        InviteCode good = county.invite("dongjie", "东街社区");
        joined(other, good, key(2)).close();
    }

    @Test
    void anotherCountyThanTheOneConfirmedIsSentNothing() {
        InviteCode code = county.invite("heping", "和平社区");
        Fingerprint wrong = new Fingerprint("0".repeat(32));
        EnrolException refused = assertThrows(
                EnrolException.class, () -> join(dir).carryOut(wrong, () -> code, key(1), Progress.UNSEEN));
        assertEquals(EnrolException.Code.OTHER_COUNTY, refused.code());
        assertEquals(1, county.ledger.books().branches().size());
    }

    @Test
    void aCountyThatIsAwayIsSaidToBe() throws IOException {
        InviteCode code = county.invite("heping", "和平社区");
        PeerAddress nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = new PeerAddress("127.0.0.1", free.getLocalPort());
        }
        Join join = new Join(dir, nobody, county::line, clock);
        assertEquals(
                EnrolException.Code.UNREACHABLE,
                assertThrows(EnrolException.class, join::look).code());
        assertCode(
                SyncException.Code.UNREACHABLE,
                () -> join.carryOut(county.fingerprint(), () -> code, key(1), Progress.UNSEEN));
    }

    @Test
    void twoWhoJoinAtOnceGetNumbersOfTheirOwn() throws Exception {
        InviteCode one = county.invite("heping", "和平社区");
        InviteCode two = county.invite("xijie", "西街社区");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> first = both.submit(() -> number(joined(dir, one, key(1))));
            Future<Integer> second = both.submit(() -> number(joined(folder.resolve("xijie"), two, key(2))));
            assertEquals(3, first.get() + second.get());
        } finally {
            both.shutdownNow();
        }
    }

    private static int number(Ledger ledger) {
        try (ledger) {
            return ledger.node().branch();
        }
    }

    @Test
    void aRotatedBranchGoesOnInANewVolumeAndItsOldLogIsACopy() throws PeerException {
        try (Ledger ledger = joined(dir, county.invite("heping", "和平社区"), key(1))) {
            appoint(ledger, "wang");
            push(ledger);
        }
        try (Ledger ledger = joined(dir, county.rotate(1), key(9))) {
            assertEquals("xx.linli/heping/2", ledger.node().origin());
            assertEquals(1, ledger.node().branch());
            assertEquals("wang", ledger.books().staff().get(0).handle());
            assertTrue(ledger.mirrors().find("xx.linli/heping").isPresent());
            appoint(ledger, "li");
            assertEquals(2, ledger.books().staff().size());
        }
    }

    @Test
    void whatTheCountyDidNotHoldOfARotatedLogIsVoid() throws PeerException {
        try (Ledger ledger = joined(dir, county.invite("heping", "和平社区"), key(1))) {
            push(ledger);
            appoint(ledger, "wang");
        }
        try (Ledger ledger = joined(dir, county.rotate(1), key(9))) {
            assertEquals(List.of(), ledger.books().staff());
        }
    }

    @Test
    void aBranchOfWhichTheCountyHoldsNothingBeginsAnew() {
        try (Ledger ledger = joined(dir, county.invite("heping", "和平社区"), key(1))) {
            appoint(ledger, "wang");
        }
        try (Ledger ledger = joined(dir, county.rotate(1), key(9))) {
            assertEquals(List.of(), ledger.books().staff());
            assertEquals("xx.linli/heping/2", ledger.node().origin());
        }
    }

    @Test
    void aBranchWhoseDiskDiedGoesOnInAnEmptyFolder() throws PeerException {
        try (Ledger ledger = joined(dir, county.invite("heping", "和平社区"), key(1))) {
            appoint(ledger, "wang");
            push(ledger);
        }
        try (Ledger ledger = joined(folder.resolve("new-disk"), county.rotate(1), key(9))) {
            assertEquals("wang", ledger.books().staff().get(0).handle());
        }
    }

    @Test
    void aCodeForAnotherCommunityChangesNothingInABranchsFolder() {
        joined(dir, county.invite("heping", "和平社区"), key(1)).close();
        InviteCode other = county.invite("xijie", "西街社区");
        assertCode(SyncException.Code.OTHER_BRANCH, () -> joined(dir, other, key(9)));
        assertEquals("xx.linli/heping", Credentials.open(dir).identity().origin());
        assertFalse(join(dir).isUnderWay());
    }

    @Test
    void aClosedBranchIsRefusedAtOnce() {
        joined(dir, county.invite("heping", "和平社区"), key(1)).close();
        PeerTls heping = new PeerTls(Credentials.open(dir), peer -> Standing.State.UNKNOWN);
        assertTrue(county.answers(heping));
        county.write(new BranchClosed(1, 0, "合并"));
        assertFalse(county.answers(heping));
    }

    private void push(Ledger ledger) throws PeerException {
        LogView log = ledger.log();
        PushOutcome outcome = new Push(county.line(Credentials.open(dir)), Progress.UNSEEN)
                .bring(log, ledger.checkpoint(), 0, county.ledger.books().cosigner(0));
        assertTrue(outcome instanceof PushOutcome.Held, outcome::toString);
    }

    private static void assertCode(SyncException.Code code, Runnable act) {
        assertEquals(code, assertThrows(SyncException.class, act::run).code());
    }

    private static void assertSays(String words, Runnable act) {
        SyncException refused = assertThrows(SyncException.class, act::run);
        assertEquals(SyncException.Code.REFUSED, refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
    }

    /** A line that breaks as soon as anything is asked. */
    private static final class CutLine implements Peer {
        @Override
        public String name() {
            return "the county";
        }

        @Override
        public Optional<LogList> logs(String known) throws PeerException {
            throw cut();
        }

        @Override
        public byte[] tile(String log, Tile tile) throws PeerException {
            throw cut();
        }

        @Override
        public Reply addCheckpoint(byte[] body) throws PeerException {
            throw cut();
        }

        @Override
        public Reply addEntries(EntriesBody body) throws PeerException {
            throw cut();
        }

        private static PeerException cut() {
            return new PeerException(PeerException.Code.UNREACHABLE, "the line is cut");
        }

        @Override
        public void close() {}
    }
}
