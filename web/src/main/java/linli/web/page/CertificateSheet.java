package linli.web.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import linli.ledger.Ledger;
import linli.office.CertificatePaper;
import linli.office.ServedActivity;
import linli.receipt.Receipt;
import linli.receipt.Receipts;
import linli.text.QrSvg;
import linli.web.clock.CountyZone;

/**
 * A certificate of volunteer service as it is printed: one sheet of A4, Chinese first, English beside it.
 *
 * @param paper what stands on it
 * @param receipt what its code says
 * @param zone of the county's clocks
 */
public record CertificateSheet(CertificatePaper paper, Receipt receipt, ZoneId zone) {
    /** Lines of the table that fit on the sheet. */
    private static final int MOST_ACTIVITIES = 7;

    private static final String NAME = "\u0000";

    /** The sheet of a certificate that this branch has handed out. */
    public static CertificateSheet of(CertificatePaper paper, Ledger ledger) {
        Receipt receipt = Receipt.of(Receipts.of(ledger).of(paper.certificate().id()), paper.holder());
        return new CertificateSheet(paper, receipt, CountyZone.of(ledger.books()));
    }

    public Words zh() {
        return Words.of(Language.ZH);
    }

    public Words en() {
        return Words.of(Language.EN);
    }

    public String styleSheet() {
        return Assets.OF_CERTIFICATE;
    }

    /** The sentence that certifies, before the name and behind it. */
    public String certifies(Words words, int part) {
        String sentence = words.text(
                "paper.certify",
                NAME,
                words.day(paper.certificate().firstDay()),
                words.day(paper.certificate().lastDay()));
        int name = sentence.indexOf(NAME);
        return part == 0 ? sentence.substring(0, name) : sentence.substring(name + NAME.length());
    }

    public String stars() {
        return "★".repeat(paper.stars()) + "☆".repeat(paper.mostStars() - paper.stars());
    }

    public List<ServedActivity> shown() {
        List<ServedActivity> all = paper.activities();
        return all.size() <= MOST_ACTIVITIES ? all : all.subList(0, MOST_ACTIVITIES - 1);
    }

    public int more() {
        return paper.activities().size() - shown().size();
    }

    public long moreMinutes() {
        return paper.activities().stream()
                .skip(shown().size())
                .mapToLong(activity -> activity.served().minutes())
                .sum();
    }

    public String days(ServedActivity activity) {
        return activity.firstDay().equals(activity.lastDay())
                ? activity.firstDay().toString()
                : activity.firstDay() + " – " + activity.lastDay();
    }

    public LocalDate issued() {
        return LocalDate.ofInstant(Instant.ofEpochSecond(paper.certificate().atSeconds()), zone);
    }

    public String code() {
        return QrSvg.of(receipt.toText().getBytes(StandardCharsets.UTF_8));
    }
}
