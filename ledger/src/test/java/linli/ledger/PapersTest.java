package linli.ledger;

import static linli.ledger.TestLedger.LI;
import static linli.ledger.TestLedger.LIN;
import static linli.ledger.TestLedger.TODAY;
import static linli.ledger.TestLedger.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.HoursEvent.NationalAnswer;
import linli.entry.HoursEvent.NationalAnswered;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed out on paper, and what comes back from the national system. */
class PapersTest {
    @TempDir
    private Path folder;

    private TestLedger county;
    private VolunteerNo chen;
    private EntryId service;

    @BeforeEach
    void found() {
        county = TestLedger.found(folder.resolve("node"));
        chen = county.enrol();
        service = county.activity("service");
    }

    @AfterEach
    void close() {
        county.close();
        Rebuilding.assertAccountsAreThoseOfTheLog(folder.resolve("node"), folder.resolve("scratch"), "afterwards");
    }

    private EntryId approved(LocalDate day, int minutes) {
        EntryId record = county.record(chen, service, day, minutes);
        county.approve(record);
        return record;
    }

    private static CertificateIssued certificate(
            VolunteerNo who, LocalDate first, LocalDate last, long clock, long backfilled) {
        return new CertificateIssued(who, Hash.EMPTY_TREE, first, last, clock, backfilled, "志愿服务：活动");
    }

    @Test
    void aCertificateTellsOfItsDaysAloneAndOfTheClockApart() {
        approved(TODAY.minusDays(10), 90);
        approved(TODAY.minusDays(9), 30);
        approved(TODAY.minusDays(8), 45);
        county.serve(chen, service, 60);
        EntryId id = county.ok(WANG, certificate(chen, TODAY.minusDays(9), TODAY, 60, 75));
        Certificate certificate = county.books().papers().certificate(id).orElseThrow();
        assertEquals(135, certificate.minutes());
        assertEquals("wang", certificate.issuer());
        assertEquals(
                List.of(TODAY.minusDays(9), TODAY.minusDays(8), TODAY),
                county.books().papers().approved(chen, TODAY.minusDays(9), TODAY).stream()
                        .map(ServiceRecord::day)
                        .toList());
    }

    @Test
    void theRefusalSaysWhatTheHoursAre() {
        approved(TODAY, 90);
        Outcome.Refused refused = (Outcome.Refused) county.post(WANG, certificate(chen, TODAY, TODAY, 0, 91));
        assertEquals(Rejection.CERTIFICATE_DIFFERS, refused.code());
        assertTrue(refused.detail().contains("0 minutes by clock and 90 backfilled"), refused.detail());
    }

    @Test
    void nothingStopsSeveralAndEachLeadsToTheOneBefore() {
        approved(TODAY, 90);
        EntryId first = county.ok(WANG, certificate(chen, TODAY, TODAY, 0, 90));
        EntryId second = county.ok(LIN, certificate(chen, TODAY, TODAY, 0, 90));
        EntryId third = county.ok(WANG, certificate(chen, TODAY, TODAY, 0, 90));
        List<Certificate> newest = county.books().papers().certificatesOf(chen, null, 2);
        assertEquals(
                List.of(third, second), newest.stream().map(Certificate::id).toList());
        List<Certificate> older =
                county.books().papers().certificatesOf(chen, newest.get(1).previous(), 2);
        assertEquals(List.of(first), older.stream().map(Certificate::id).toList());
        assertEquals(List.of(), county.books().papers().certificatesOf(county.enrol(), third, 9));
    }

    @Test
    void aLaterAnswerTakesThePlaceOfAnEarlierOne() {
        EntryId one = approved(TODAY, 60);
        EntryId two = approved(TODAY, 30);
        county.ok(WANG, answered(new NationalAnswer(one, false, "证件号码有误"), new NationalAnswer(two, true, "3302-7")));
        county.ok(LIN, answered(new NationalAnswer(one, true, "3302-8")));
        PaperBook papers = county.books().papers();
        assertEquals("3302-8", papers.national(one).orElseThrow().word());
        assertTrue(papers.national(one).orElseThrow().accepted());
        assertEquals("3302-7", papers.national(two).orElseThrow().word());
        assertTrue(papers.national(approved(TODAY, 15)).isEmpty());
    }

    @Test
    void oneRecordThatDoesNotCountKeepsItsWholeAnswerOut() {
        EntryId one = approved(TODAY, 60);
        EntryId two = approved(TODAY, 30);
        county.ok(LI, new HoursReversed(two, "wrong"));
        NationalAnswered answer = answered(new NationalAnswer(one, true, "1"), new NationalAnswer(two, true, "2"));
        assertEquals(Rejection.RECORD_NOT_APPROVED, county.refused(WANG, answer));
        assertTrue(county.books().papers().national(one).isEmpty());
    }

    @Test
    void whatIsReportedIsApprovedHereAndOfTheDaysAskedFor() {
        EntryId early = approved(TODAY.minusDays(3), 60);
        EntryId late = approved(TODAY, 30);
        county.record(chen, service, TODAY, 20);
        EntryId wrong = approved(TODAY, 40);
        county.ok(LI, new HoursReversed(wrong, "wrong"));
        assertEquals(List.of(early, late), county.books().papers().reportable(LocalDate.MIN, TODAY));
        assertEquals(List.of(late), county.books().papers().reportable(TODAY, TODAY));
    }

    private static NationalAnswered answered(NationalAnswer... answers) {
        return new NationalAnswered(List.of(answers));
    }
}
