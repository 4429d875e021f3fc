package linli.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.office.CertificateException;
import linli.office.CertificatePaper;
import linli.office.Certificates;
import linli.office.Office;
import linli.peer.TestNode;
import linli.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody serves at a branch that does not know their name; the card that they show has it. */
class GuestCertificateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @TempDir
    private Path folder;

    @Test
    void aGuestsCertificateBearsTheNameOnTheirCard() throws Exception {
        try (TestNode county = TestNode.county(folder.resolve("county"));
                TestNode heping = county.enrol(folder.resolve("heping"), "heping");
                TestNode xijie = county.enrol(folder.resolve("xijie"), "xijie");
                Profiles profiles = Profiles.open(folder.resolve("xijie"), new byte[32])) {
            VolunteerNo guest = heping.volunteer();
            heping.meet(county);
            xijie.meet(county);
            xijie.ledger.arrived().join();
            serve(xijie, guest);
            Certificates desk = new Certificates(new Office(xijie.ledger, profiles));
            CertificatePaper paper = desk.issue(order(guest, " 张 桂兰 "), TestNode.LIN);
            EntryId id = paper.certificate().id();
            assertEquals("张 桂兰", paper.holder().name());
            assertEquals(90, paper.certificate().minutes());
            assertEquals(paper, desk.again(id, "张 桂兰"));
            for (String other : new String[] {null, "张桂芳"}) {
                assertThrows(CertificateException.class, () -> desk.again(id, other));
            }
            String text =
                    Receipt.of(Receipts.of(xijie.ledger).of(id), paper.holder()).toText();
            xijie.meet(county);
            county.ledger.arrived().join();
            Verdict verdict =
                    Verifier.at(Archive.of(county.ledger, () -> 0)).check(text.getBytes(StandardCharsets.UTF_8));
            assertTrue(verdict.valid(), verdict.toString());
            assertTrue(verdict.told().stream().anyMatch(told -> told.check() == Check.NAME_MATCHES));
            assertTrue(county.ledger.books().papers().certificate(id).isPresent());
            assertEquals(List.of(), county.ledger.books().findings());
        }
    }

    private static void serve(TestNode node, VolunteerNo guest) {
        node.ok(TestNode.LIN, new StaffAppointed("li", "李强", List.of(Role.APPROVER), null));
        EntryId activity = node.ok(TestNode.LIN, new ActivityOpened("探访", "西街", "elder-care", null, null, null, null));
        EntryId record = node.ok(TestNode.LIN, new HoursRecorded(guest, activity, DAY, null, null, 90, null, null));
        node.ok(new Actor.Staff("li"), new HoursApproved(List.of(record), 1));
    }

    private static Certificates.Order order(VolunteerNo guest, String name) {
        return new Certificates.Order(guest, DAY, DAY, name, RequestId.random());
    }
}
