package linli.ledger;

import static linli.ledger.TestLedger.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogReader;
import linli.log.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts that cannot be trusted are made anew from the log; what the disk refuses is said, and is whole later. */
class StoreTest {
    @TempDir
    Path dir;

    private Path folder;
    private TestLedger county;
    private VolunteerNo chen;

    @BeforeEach
    void serveALittle() {
        folder = dir.resolve("node");
        county = TestLedger.found(folder);
        chen = county.enrol();
        EntryId activity = county.activity("service");
        IntStream.range(0, 20)
                .forEach(i -> county.approve(county.record(chen, activity, TestLedger.TODAY.minusDays(i), 60)));
    }

    @AfterEach
    void close() {
        county.close();
    }

    private void assertWhole() {
        assertEquals(40, county.books().held(chen));
        assertEquals(List.of(), county.books().findings());
        assertFalse(Files.exists(marker()), "the accounts are trusted again");
        county.close();
        Rebuilding.assertAccountsAreThoseOfTheLog(folder, dir.resolve("scratch"), "reopened");
    }

    private Path marker() {
        return folder.resolve("accounts/writing");
    }

    private Path accountsFile() {
        return folder.resolve("accounts/accounts-8.db");
    }

    @Test
    void accountsSurviveARestart() {
        county.reopen();
        assertWhole();
    }

    @Test
    void accountsHitInsideACommitAreMadeAnew() throws IOException {
        county.close();
        Files.createFile(marker());
        Files.write(accountsFile(), new byte[100]);
        county.reopen();
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_096, 70_000})
    void truncatedAccountsAreMadeAnew(int length) throws IOException {
        county.close();
        byte[] bytes = Files.readAllBytes(accountsFile());
        Files.write(accountsFile(), Arrays.copyOf(bytes, Math.min(length, bytes.length)));
        county.reopen();
        assertWhole();
    }

    @Test
    void accountsThatAreGarbageAreMadeAnew() throws IOException {
        county.close();
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        Files.write(accountsFile(), garbage);
        county.reopen();
        assertWhole();
    }

    @Test
    void accountsWithZeroedBlocksAreMadeAnew() throws IOException {
        county.close();
        byte[] bytes = Files.readAllBytes(accountsFile());
        Arrays.fill(bytes, 4_096, bytes.length, (byte) 0);
        Files.write(accountsFile(), bytes);
        county.reopen();
        assertWhole();
    }

    @Test
    void accountsOfAnotherLogAreMadeAnew() throws IOException {
        county.close();
        Path other = dir.resolve("other");
        TestLedger.found(other).close();
        replace(folder.resolve("accounts"), other.resolve("accounts"));
        county.reopen();
        assertWhole();
    }

    @Test
    void accountsAheadOfARestoredLogAreMadeAnew() throws IOException {
        county.close();
        Path backup = dir.resolve("backup");
        Rebuilding.copy(folder, backup);
        county.reopen();
        county.enrol();
        county.close();
        replace(folder.resolve("logs"), backup.resolve("logs"));
        county.reopen();
        assertWhole();
    }

    private static void replace(Path target, Path source) throws IOException {
        MoreFiles.deleteRecursively(target, RecursiveDeleteOption.ALLOW_INSECURE);
        Rebuilding.copy(source, target);
    }

    @Test
    void aDiskThatRefusesEntriesSaysSoAndLaterTakesTheSameRequest() {
        FullDisk disk = new FullDisk();
        county.on(disk, Duration.ofMillis(10)).reopen();
        Draft draft =
                new Draft(WANG, county.request(1), new VolunteerEnrolled(TestLedger.COMMITMENT, TestLedger.TODAY));
        long size = county.ledger().log().size();
        disk.full = true;
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> county.ledger().post(draft));
        assertEquals(LedgerException.Code.DISK, refusal.code());
        assertEquals(size, county.ledger().log().size());
        assertEquals(40, county.books().held(chen));
        disk.full = false;
        assertFalse(((Outcome.Recorded) county.ledger().post(draft)).repeated());
        assertEquals(size + 1, county.ledger().log().size());
        county.reopen();
        assertWhole();
    }

    @Test
    void accountsThatCannotBeSavedStayInMemoryAndAreMadeAnewAtTheNextStart() throws IOException {
        county.on(Disk.real(), Duration.ZERO).reopen();
        Path aside = folder.resolve("aside");
        Files.move(folder.resolve("accounts"), aside);
        VolunteerNo enrolled = enrolAndWaitForTheSave();
        assertTrue(county.books().volunteer(enrolled).isPresent());
        Files.move(aside, folder.resolve("accounts"));
        enrolAndWaitForTheSave();
        assertTrue(Files.exists(marker()), "after a failed save the file is not trusted");
        county.reopen();
        assertWhole();
    }

    /** The writer saves after each batch here; so whoever gets the second answer knows that the first save is over. */
    private VolunteerNo enrolAndWaitForTheSave() {
        VolunteerNo enrolled = county.enrol();
        county.enrol();
        return enrolled;
    }

    @Test
    void whatTheLogHoldsWronglyIsAFindingAndChangesNothing() {
        county.close();
        try (Log log = TestLedger.openLog(folder)) {
            long next = log.size();
            log.append(List.of(
                    "not an entry".getBytes(StandardCharsets.UTF_8),
                    Foreign.signed(next + 1, new CountyFounded("县", "yy.linli", "key")),
                    Foreign.unknown(next + 2, 1)));
            // What is signed already is not judged again as a possibly torn tail.
            log.checkpoint();
        }
        county.reopen();
        assertEquals(
                List.of(Rejection.MALFORMED, Rejection.ALREADY_FOUNDED, Rejection.UNKNOWN_TYPE),
                county.books().findings().stream().map(Finding::code).toList());
        assertEquals(40, county.books().held(chen));
        assertTrue(county.enrol().entry().index() > 0, "and the node goes on");
    }

    @Test
    void anEntryOfALaterVersionStopsAndLeavesTheAccountsAsTheyWere() throws IOException {
        county.close();
        byte[] before = Files.readAllBytes(accountsFile());
        try (Log log = TestLedger.openLog(folder)) {
            long next = log.size();
            for (int i = 0; i < 600; i++) {
                log.append(List.of(
                        Foreign.signed(next + i, new VolunteerEnrolled(TestLedger.COMMITMENT, TestLedger.TODAY))));
            }
            log.append(List.of(Foreign.unknown(next + 600, 2)));
            log.checkpoint();
        }
        LedgerException refusal = assertThrows(LedgerException.class, () -> county.reopen());
        assertEquals(LedgerException.Code.UNKNOWN_VERSION, refusal.code());
        assertTrue(Arrays.equals(before, Files.readAllBytes(accountsFile())), "nothing is half posted");
    }

    @Test
    void booksReadBesideARunningNodeAreTheSame() {
        county.on(Disk.real(), Duration.ofMillis(1)).reopen();
        for (int i = 0; i < 20; i++) {
            county.enrol();
            county.ledger().checkpoint();
            try (LogReader log = TestLedger.readLog(folder)) {
                int round = i;
                BooksCopy.read(county.ledger().node(), log, Progress.UNSEEN, books -> {
                    assertEquals(40, books.held(chen));
                    assertEquals(county.books().pointsAccounts(), books.pointsAccounts());
                    assertEquals(county.books().serviceTotals(), books.serviceTotals());
                    int[] volunteers = new int[1];
                    books.volunteers(each -> volunteers[0]++);
                    assertEquals(round + 2, volunteers[0]);
                    return true;
                });
            }
        }
    }

    @Test
    void aVolunteersPageIsReadPieceByPiece() {
        List<ServiceRecord> all = county.books().recordsOf(chen, null, 100);
        assertEquals(20, all.size());
        List<ServiceRecord> first = county.books().recordsOf(chen, null, 7);
        assertEquals(all.subList(0, 7), first);
        List<ServiceRecord> rest = county.books().recordsOf(chen, first.get(6).previous(), 100);
        assertEquals(all.subList(7, 20), rest);
        assertTrue(all.get(0).id().compareTo(all.get(19).id()) > 0, "newest first");
        VolunteerNo other = county.enrol();
        assertEquals(List.of(), county.books().recordsOf(other, null, 7));
        assertEquals(List.of(), county.books().recordsOf(other, all.get(0).id(), 7), "not on somebody else's page");
    }
}
