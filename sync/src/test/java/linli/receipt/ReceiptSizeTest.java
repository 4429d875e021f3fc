package linli.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.Holder;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.RequestId;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.VolunteerNo;
import linli.text.QrSvg;
import linli.wire.WireLimits;
import org.junit.jupiter.api.Test;

/** The largest receipts that people are handed, in the largest logs a community will have, and the code each makes. */
class ReceiptSizeTest {
    private static final String ORIGIN = "yichang-wujiagang.linli/he-ping-li-community";
    private static final long MILLION = 1_000_000;
    private static final VolunteerNo ZHANG = new VolunteerNo(new EntryId(99, 999_999));
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    private static Entry entry(Event event) {
        return new Entry(1_773_129_600L, new Actor.Staff("a-rather-long-name"), new RequestId(-1, -1), event);
    }

    /** The version of the code of a text: 1 to 40. */
    private static int version(String text) {
        String svg = QrSvg.of(text.getBytes(StandardCharsets.UTF_8));
        int side = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1")) - 8;
        return (side - 17) / 4;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aCertificateWithTheLongestNameAndContentIsACodeThatFitsItsSheet() {
        Holder holder = Holder.of(new byte[Holder.SALT_BYTES], "阿".repeat(50));
        Event issued = new CertificateIssued(ZHANG, holder.commitment(), DAY, DAY, 99_999, 99_999, "务".repeat(120));
        Certified certified = Certified.of(ORIGIN, entry(issued), MILLION / 2, MILLION);
        String text = Receipt.of(certified.slip(), holder).toText();
        System.out.println("largest certificate: " + bytes(text) + " bytes, version " + version(text));
        assertTrue(certified.verdict(text).valid());
        // At 58 mm each module is a third of a millimetre, which a telephone reads at arm's length.
        assertTrue(version(text) <= 39, "version " + version(text));
    }

    @Test
    void aReceiptOfTheShopWithFiftyLinesIsOneCode() {
        List<Line> lines = IntStream.range(0, 50)
                .mapToObj(i -> new Line(new EntryId(99, 900_000 + i), 20))
                .toList();
        Certified certified =
                Certified.of(ORIGIN, entry(new PointsRedeemed(ZHANG, lines, 100_000)), MILLION / 2, MILLION);
        String text = Receipt.of(certified.slip()).toText();
        System.out.println("largest redemption: " + bytes(text) + " bytes, version " + version(text));
        assertTrue(certified.verdict(text).valid());
        assertTrue(version(text) <= 40);
    }

    @Test
    void anOrdinaryReceiptIsASmallCode() {
        List<Line> lines = List.of(new Line(new EntryId(12, 310), 2), new Line(new EntryId(12, 311), 1));
        Certified certified = Certified.of(ORIGIN, entry(new PointsRedeemed(ZHANG, lines, 30)), 4_812, 5_000);
        String text = Receipt.of(certified.slip()).toText();
        System.out.println("ordinary redemption: " + bytes(text) + " bytes, version " + version(text));
        assertTrue(version(text) <= 30, "version " + version(text));
    }

    @Test
    void whatNoCodeTakesIsRefused() {
        Holder holder = Holder.of(new byte[Holder.SALT_BYTES], "阿".repeat(50));
        Event issued = new CertificateIssued(ZHANG, holder.commitment(), DAY, DAY, 99_999, 99_999, "务".repeat(270));
        Certified certified = Certified.of(ORIGIN, entry(issued), MILLION / 2, MILLION);
        assertTrue(bytes(certified.slip().toText()) <= WireLimits.SLIP_BYTES);
        ReceiptException refused = assertThrows(ReceiptException.class, () -> Receipt.of(certified.slip(), holder));
        assertEquals(ReceiptException.Code.TOO_LONG, refused.code());
    }
}
