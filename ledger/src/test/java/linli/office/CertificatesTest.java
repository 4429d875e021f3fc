package linli.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.ledger.Draft;
import linli.ledger.LedgerException;
import linli.office.CertificateException.Code;
import linli.profile.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @TempDir
    private Path folder;

    private TrialNode node;
    private Certificates desk;
    private VolunteerNo chen;

    @BeforeEach
    void open() {
        node = TrialNode.at(folder);
        desk = new Certificates(node.office);
        Profile profile =
                Profile.builder().name("陈桂英").idNumber("11010519491231002X").build();
        chen = new VolunteerNo(node.office
                .enrol(new Office.Application(profile, MARCH, RequestId.random()), TrialNode.CLERK)
                .idOrThrow());
    }

    @AfterEach
    void close() {
        node.close();
    }

    private EntryId activity(String name, String category) {
        return node.ledger
                .post(Draft.once(TrialNode.CLERK, new ActivityOpened(name, "和平社区", category, null, null, null, null)))
                .idOrThrow();
    }

    private EntryId served(EntryId activity, LocalDate day, int minutes) {
        EntryId record = node.ledger
                .post(Draft.once(
                        TrialNode.CLERK, new HoursRecorded(chen, activity, day, null, null, minutes, null, null)))
                .idOrThrow();
        node.ledger
                .post(Draft.once(TrialNode.APPROVER, new HoursApproved(List.of(record), 1)))
                .idOrThrow();
        return record;
    }

    private Certificates.Order order() {
        return new Certificates.Order(chen, null, null, null, RequestId.random());
    }

    private Code refused(Certificates.Order order) {
        return assertThrows(CertificateException.class, () -> desk.issue(order, TrialNode.CLERK))
                .code();
    }

    @Test
    void aPaperSaysAllThatTheLawAsksFor() {
        EntryId visits = activity("独居老人探访", "elder-care");
        EntryId patrol = activity("小区巡逻", "service");
        served(visits, MARCH, 90);
        served(patrol, MARCH.plusDays(3), 6_100);
        served(visits, MARCH.plusDays(1), 45);
        CertificatePaper paper = desk.issue(order(), TrialNode.CLERK);
        assertEquals("陈桂英", paper.holder().name());
        assertEquals("110***********002X", paper.idNumber());
        assertEquals("试用社区", paper.unit());
        assertEquals("clerk", paper.handler());
        assertEquals(1, paper.stars(), "a hundred hours and more");
        assertEquals(6_235, paper.certificate().backfilledMinutes());
        assertEquals(0, paper.certificate().clockMinutes());
        assertEquals(MARCH, paper.certificate().firstDay());
        assertEquals(node.ledger.today(), paper.certificate().lastDay());
        assertEquals(
                List.of("小区巡逻 1 6100", "独居老人探访 2 135"),
                paper.activities().stream()
                        .map(one -> one.name() + " " + one.times() + " "
                                + one.served().minutes())
                        .toList());
        assertTrue(
                paper.certificate().content().matches(".+：小区巡逻；.+：独居老人探访"),
                paper.certificate().content());
    }

    @Test
    void theLogCommitsToTheNameAndDoesNotSayIt() {
        served(activity("独居老人探访", "elder-care"), MARCH, 90);
        CertificatePaper paper = desk.issue(order(), TrialNode.CLERK);
        byte[] entry = node.ledger.log().entry(paper.certificate().id().index());
        CertificateIssued event = (CertificateIssued) EntryCodec.decode(entry).event();
        assertEquals(paper.holder().commitment(), event.holder());
        assertTrue(Bytes.indexOf(entry, "陈桂英".getBytes(StandardCharsets.UTF_8)) < 0);
        assertFalse(paper.toString().contains("陈"), paper.toString());
        assertFalse(paper.holder().toString().contains("陈"));
    }

    @Test
    void theSameOrderTwiceIsOneCertificateAndItCanBePrintedAgain() {
        served(activity("独居老人探访", "elder-care"), MARCH, 90);
        Certificates.Order order = order();
        CertificatePaper first = desk.issue(order, TrialNode.CLERK);
        assertEquals(first, desk.issue(order, TrialNode.CLERK));
        assertEquals(first, desk.again(first.certificate().id(), null));
    }

    @Test
    void whoeverIsForgottenTakesTheNameAlongAndTheSaltThatLeadsToIt() {
        served(activity("独居老人探访", "elder-care"), MARCH, 90);
        CertificatePaper paper = desk.issue(order(), TrialNode.CLERK);
        RequestId request = order().request();
        assertTrue(node.office.saltOf(chen, request).isPresent());
        node.office.forget(chen);
        assertTrue(node.office.saltOf(chen, request).isEmpty());
        assertEquals(
                Code.NO_NAME,
                assertThrows(
                                CertificateException.class,
                                () -> desk.again(paper.certificate().id(), null))
                        .code());
        assertEquals(Code.NO_NAME, refused(order()));
    }

    @Test
    void aPaperIsNotPrintedAgainOnceItsHoursHaveChanged() {
        EntryId visits = activity("独居老人探访", "elder-care");
        EntryId record = served(visits, MARCH, 90);
        served(visits, MARCH, 30);
        CertificatePaper paper = desk.issue(order(), TrialNode.CLERK);
        assertTrue(node.ledger.books().papers().isAsItWas(paper.certificate()));
        node.ledger
                .post(Draft.once(TrialNode.APPROVER, new HoursReversed(record, "登记有误")))
                .idOrThrow();
        assertFalse(node.ledger.books().papers().isAsItWas(paper.certificate()));
        assertEquals(
                Code.HOURS_CHANGED,
                assertThrows(
                                CertificateException.class,
                                () -> desk.again(paper.certificate().id(), null))
                        .code());
    }

    @Test
    void whatCannotBeCertifiedIsRefusedWithItsReason() {
        assertEquals(Code.NO_HOURS, refused(order()));
        served(activity("独居老人探访", "elder-care"), MARCH, 90);
        LocalDate today = node.ledger.today();
        assertEquals(Code.NO_HOURS, refused(order(MARCH.plusDays(1), today, null)));
        assertEquals(Code.WRONG_DAYS, refused(order(MARCH, MARCH.minusDays(1), null)));
        assertEquals(Code.WRONG_DAYS, refused(order(MARCH, today.plusDays(1), null)));
        assertEquals(Code.NO_NAME, refused(order(MARCH, today, "别的名字")));
        VolunteerNo guest = new VolunteerNo(new EntryId(7, 1));
        assertEquals(Code.NO_NAME, refused(new Certificates.Order(guest, MARCH, today, null, RequestId.random())));
        assertThrows(LedgerException.class, () -> desk.issue(order(), TrialNode.APPROVER));
        assertEquals(
                Code.NO_CERTIFICATE,
                assertThrows(CertificateException.class, () -> desk.again(chen.entry(), null))
                        .code());
    }

    private Certificates.Order order(LocalDate first, LocalDate last, String name) {
        return new Certificates.Order(chen, first, last, name, RequestId.random());
    }

    @Test
    void manyActivitiesAreToldAsFarAsTheyFitAndTheRestCounted() {
        for (int i = 0; i < 30; i++) {
            served(activity("第" + i + "次集中清理楼道杂物和小广告活动", "environment"), MARCH.plusDays(i), 60 + i);
        }
        String content = desk.issue(order(), TrialNode.CLERK).certificate().content();
        assertTrue(content.length() <= ServiceContent.MOST_CHARS, content);
        assertTrue(content.contains("：第29次"), content);
        assertTrue(content.endsWith("等 30 项活动"), content);
    }

    @Test
    void aCardsNumberIsCoveredWhateverItsLength() {
        assertEquals("*****67", IdNumber.masked("1234567"));
        assertEquals("12", IdNumber.masked("12"));
        assertEquals("H", IdNumber.masked("H"));
    }
}
