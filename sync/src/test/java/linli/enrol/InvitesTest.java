package linli.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import linli.enrol.EnrolException.Code;
import linli.enrol.Redemption.Granted;
import linli.enrol.Redemption.Reason;
import linli.enrol.Redemption.Refused;
import linli.entry.RequestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class InvitesTest {
    private static final Invite.NewBranch HEPING = new Invite.NewBranch("heping", "和平社区");
    private static final Fingerprint ANN = Fingerprint.of(TlsKeys.fresh().getPublic());
    private static final Fingerprint BOB = Fingerprint.of(TlsKeys.fresh().getPublic());
    private static final String CLIENT = "192.0.2.1";

    @TempDir
    Path dir;

    private final HandClock clock = new HandClock();
    private Invites invites;

    @BeforeEach
    void open() {
        invites = Invites.open(dir, clock);
    }

    @Test
    void aCodeIsGoodForWhatItWasIssuedFor() {
        Invites.Issued issued = invites.issue(HEPING, Invites.USUAL_LIFE);
        Granted granted = assertInstanceOf(Granted.class, invites.redeem(issued.code(), CLIENT, ANN));
        assertEquals(HEPING, granted.invite().purpose());
        assertEquals(issued.invite().id(), granted.invite().id());
        assertEquals(Optional.of(ANN), granted.invite().takenBy());
        Invites.Issued rotation = invites.issue(new Invite.NewKey(12, "硬盘损坏"), Invites.USUAL_LIFE);
        assertEquals(
                new Invite.NewKey(12, "硬盘损坏"), granted(rotation, ANN).invite().purpose());
    }

    @Test
    void onlyItsTakerGetsItAgainEvenAfterItsEndAndARestart() {
        Invites.Issued issued = invites.issue(HEPING, Invites.USUAL_LIFE);
        granted(issued, ANN);
        assertRefused(Reason.USED, issued, BOB);
        clock.pass(Duration.ofDays(20));
        invites = Invites.open(dir, clock);
        assertRefused(Reason.USED, issued, BOB);
        assertEquals(issued.invite().id(), granted(issued, ANN).invite().id());
    }

    @Test
    void aCodeExpires() {
        Invites.Issued issued = invites.issue(HEPING, Duration.ofHours(2));
        clock.pass(Duration.ofHours(2));
        assertRefused(Reason.EXPIRED, issued, ANN);
        assertTrue(invites.list().get(0).isExpired(clock.instant()));
    }

    @Test
    void aWithdrawnCodeIsUnknownAndATakenOneCannotBeWithdrawn() {
        Invites.Issued withdrawn = invites.issue(HEPING, Invites.USUAL_LIFE);
        Invites.Issued taken = invites.issue(HEPING, Invites.USUAL_LIFE);
        granted(taken, ANN);
        assertTrue(invites.withdraw(withdrawn.invite().id()));
        assertFalse(invites.withdraw(withdrawn.invite().id()));
        assertFalse(invites.withdraw(taken.invite().id()));
        assertRefused(Reason.UNKNOWN_CODE, withdrawn, ANN);
        assertEquals(1, invites.list().size());
    }

    @Test
    void anotherProcessMayIssueAndWithdrawWhileTheNodeRuns() {
        Invites.Issued issued = Invites.open(dir, clock).issue(HEPING, Invites.USUAL_LIFE);
        granted(issued, ANN);
        Invites.Issued withdrawn = invites.issue(HEPING, Invites.USUAL_LIFE);
        Invites.open(dir, clock).withdraw(withdrawn.invite().id());
        assertRefused(Reason.UNKNOWN_CODE, withdrawn, ANN);
    }

    @Test
    void ofManyAtOnceExactlyOneGetsIt() throws Exception {
        Invites.Issued issued = invites.issue(HEPING, Invites.USUAL_LIFE);
        List<Callable<Redemption>> rivals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Fingerprint rival = Fingerprint.of(TlsKeys.fresh().getPublic());
            // As if in processes of their own: each has only the files in common with the others.
            Invites own = Invites.open(dir, clock);
            rivals.add(() -> own.redeem(issued.code(), CLIENT, rival));
        }
        ExecutorService threads = Executors.newFixedThreadPool(rivals.size());
        List<Redemption> answers = new ArrayList<>();
        for (Future<Redemption> answer : threads.invokeAll(rivals)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        assertEquals(1, answers.stream().filter(Granted.class::isInstance).count());
        assertEquals(
                7, answers.stream().filter(new Refused(Reason.USED)::equals).count());
    }

    @Test
    void twoProcessesThatBeginTogetherShareOneSalt() throws Exception {
        Path fresh = dir.resolve("fresh");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Invites.Issued> begin = () -> Invites.open(fresh, clock).issue(HEPING, Invites.USUAL_LIFE);
        List<Future<Invites.Issued>> issued = threads.invokeAll(List.of(begin, begin, begin, begin));
        threads.shutdown();
        Invites node = Invites.open(fresh, clock);
        for (Future<Invites.Issued> one : issued) {
            assertInstanceOf(Granted.class, node.redeem(one.get().code(), CLIENT, ANN));
        }
    }

    @Test
    void guessingIsCutOffForOneClientAndNobodyElse() {
        Invites.Issued issued = invites.issue(HEPING, Invites.USUAL_LIFE);
        for (int i = 0; i < Tries.PER_CLIENT; i++) {
            assertEquals(new Refused(Reason.UNKNOWN_CODE), invites.redeem(InviteCode.random(), CLIENT, BOB));
        }
        assertRefused(Reason.TOO_MANY_TRIES, issued, BOB);
        assertInstanceOf(Granted.class, invites.redeem(issued.code(), "192.0.2.2", ANN));
        clock.pass(Tries.WINDOW);
        assertRefused(Reason.USED, issued, BOB);
    }

    @Test
    void aWholeCountyJoinsFromBehindOneAddressAndThereNobodyGuessesMoreOften() {
        for (int i = 0; i < 29; i++) {
            Invites.Issued good = invites.issue(new Invite.NewBranch("site-" + i, "社区 " + i), Invites.USUAL_LIFE);
            assertInstanceOf(Granted.class, invites.redeem(good.code(), CLIENT, ANN), "community " + i);
        }
        Invites.Issued issued = invites.issue(HEPING, Invites.USUAL_LIFE);
        for (int i = 0; i < Tries.PER_CLIENT; i++) {
            assertEquals(new Refused(Reason.UNKNOWN_CODE), invites.redeem(InviteCode.random(), CLIENT, BOB));
        }
        assertRefused(Reason.TOO_MANY_TRIES, issued, ANN);
    }

    @Test
    void guessingFromManyAddressesIsCutOffInTotal() {
        Tries tries = new Tries(clock);
        for (int i = 0; i < Tries.IN_TOTAL; i++) {
            assertTrue(tries.allow("client " + i));
        }
        assertFalse(tries.allow("one more"));
        clock.pass(Tries.WINDOW);
        assertTrue(tries.allow("one more"));
    }

    @Test
    void oneClientCannotUseUpTheAttemptsOfAll() {
        Tries tries = new Tries(clock);
        for (int i = 0; i < 10 * Tries.IN_TOTAL; i++) {
            tries.allow(CLIENT);
        }
        assertTrue(tries.allow("another"));
    }

    @Test
    void aClockThatIsSetBackDoesNotLockPeopleOut() {
        Tries tries = new Tries(clock);
        for (int i = 0; i < Tries.PER_CLIENT; i++) {
            tries.allow(CLIENT);
        }
        clock.pass(Duration.ofDays(-400));
        assertTrue(tries.allow(CLIENT));
    }

    @Test
    void theFolderDoesNotHaveTheCode() throws IOException {
        Invites.Issued issued = invites.issue(HEPING, Invites.USUAL_LIFE);
        granted(issued, ANN);
        try (Stream<Path> files = Files.list(dir.resolve("invites"))) {
            for (Path file : files.toList()) {
                String content = file.getFileName() + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(issued.code().symbols().substring(0, 8)), file.toString());
            }
        }
        assertFalse(issued.toString().contains(issued.code().symbols()));
    }

    @Test
    void aTornFileIsNamedToTheOperatorAndKeepsNobodyElseOut() throws IOException {
        Invites.Issued torn = invites.issue(HEPING, Invites.USUAL_LIFE);
        Invites.Issued whole = invites.issue(HEPING, Invites.USUAL_LIFE);
        Path file = dir.resolve("invites/" + torn.invite().id() + ".open");
        byte[] content = Files.readAllBytes(file);
        for (int size = 0; size < content.length; size += 16) {
            Files.write(file, Arrays.copyOf(content, size));
            EnrolException damage = assertThrows(EnrolException.class, invites::list);
            assertEquals(Code.DAMAGED, damage.code());
            assertTrue(damage.getMessage().contains(file.toString()));
        }
        assertRefused(Reason.UNKNOWN_CODE, torn, ANN);
        granted(whole, ANN);
    }

    @Test
    void aCrashBeforeAnInviteWasInItsPlaceLeavesNone() throws IOException {
        Files.writeString(dir.resolve("invites/0123456789abcdef0123456789abcdef.new"), "{\"hash\"");
        assertEquals(List.of(), invites.list());
    }

    @Test
    void aDamagedSaltIsNotTakenForAnother() throws IOException {
        Files.write(dir.resolve("invites/salt"), new byte[7]);
        assertCode(Code.DAMAGED, () -> Invites.open(dir, clock));
    }

    @Test
    void oldInvitesAreForgottenWhenNewOnesAreIssued() {
        Invites.Issued old = invites.issue(HEPING, Duration.ofDays(1));
        Invites.Issued taken = invites.issue(HEPING, Duration.ofDays(1));
        granted(taken, ANN);
        clock.pass(Duration.ofDays(32));
        Invites.Issued fresh = invites.issue(HEPING, Duration.ofDays(1));
        assertEquals(List.of(fresh.invite()), invites.list());
        assertRefused(Reason.UNKNOWN_CODE, old, BOB);
    }

    @Test
    void theFolderDoesNotGrowWithoutEnd() throws IOException {
        Invites.Issued issued = invites.issue(HEPING, Invites.USUAL_LIFE);
        byte[] content =
                Files.readAllBytes(dir.resolve("invites/" + issued.invite().id() + ".open"));
        for (int i = 1; i < 1_000; i++) {
            Files.write(dir.resolve("invites/" + RequestId.random() + ".open"), content);
        }
        assertCode(Code.TOO_MANY_INVITES, () -> invites.issue(HEPING, Invites.USUAL_LIFE));
        invites.withdraw(issued.invite().id());
        invites.issue(HEPING, Invites.USUAL_LIFE);
    }

    @Test
    void anInviteThatMakesNoSenseIsRefused() {
        for (String slug : List.of("", "Heping", "和平", "a/b", "-a", "mirror", "a".repeat(33))) {
            assertCode(Code.MALFORMED, () -> new Invite.NewBranch(slug, "和平社区"));
        }
        for (String name : List.of("", " ", "和平\n社区", "平".repeat(101))) {
            assertCode(Code.MALFORMED, () -> new Invite.NewBranch("heping", name));
        }
        assertCode(Code.MALFORMED, () -> new Invite.NewKey(0, ""));
        assertCode(Code.MALFORMED, () -> new Invite.NewKey(12, "硬盘\n损坏"));
        assertCode(Code.MALFORMED, () -> new Invite.NewKey(12, "坏".repeat(101)));
        assertCode(Code.MALFORMED, () -> invites.issue(HEPING, Duration.ZERO));
        assertCode(Code.MALFORMED, () -> invites.issue(HEPING, Duration.ofDays(91)));
    }

    private Granted granted(Invites.Issued issued, Fingerprint applicant) {
        return assertInstanceOf(Granted.class, invites.redeem(issued.code(), CLIENT, applicant));
    }

    private void assertRefused(Reason reason, Invites.Issued issued, Fingerprint applicant) {
        assertEquals(new Refused(reason), invites.redeem(issued.code(), CLIENT, applicant));
    }

    private static void assertCode(Code code, Executable act) {
        assertEquals(code, assertThrows(EnrolException.class, act).code());
    }

    /** Stands still until the test lets time pass. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

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
            throw new UnsupportedOperationException("instants only");
        }
    }
}
