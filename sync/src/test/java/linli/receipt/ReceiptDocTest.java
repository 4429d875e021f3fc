package linli.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Holder;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.wire.WirePage;
import org.junit.jupiter.api.Test;

/** Holds the receipt of {@code docs/wire.md} against the program. */
class ReceiptDocTest {
    @Test
    void theReceiptOfTheDocumentationIsMadeAndVerifiedAsShown() {
        Holder holder = Holder.of("0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "张桂兰");
        CertificateIssued issued = new CertificateIssued(
                new VolunteerNo(new EntryId(1, 5)),
                holder.commitment(),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 9),
                3_120,
                480,
                "助老关爱：独居老人探访");
        Entry entry = new Entry(1_773_129_600L, new Actor.Staff("wang"), new RequestId(1, 2), issued);
        Certified example = Certified.of("ledger.example/node-1", entry, 5, 8);
        String shown = WirePage.blockText("receipt");
        assertEquals(Receipt.of(example.slip(), holder).toText(), shown);
        assertTrue(example.verdict(shown).valid());
    }
}
