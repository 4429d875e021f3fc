package linli.office;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.Holder;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Certificate;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.ledger.Served;
import linli.ledger.ServiceRecord;
import linli.ledger.StaffMember;
import linli.ledger.Volume;
import linli.ledger.VolunteerAccount;
import linli.office.CertificateException.Code;
import linli.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Hands out certificates of volunteer service (志愿服务记录证明), free of charge and as often as somebody asks.
 *
 * <p>The log says how much was served in what, and commits to the name; the name is on the paper alone. Safe for use by several
 * threads.
 */
public final class Certificates {
    private final Office office;
    private final Ledger ledger;
    private final CertificateNames names;

    public Certificates(Office office) {
        this.office = office;
        this.ledger = office.ledger();
        this.names = new CertificateNames(office);
    }

    /**
     * What somebody asks for.
     *
     * @param volunteer whose hours
     * @param firstDay first day; null for the first on which they served
     * @param lastDay last day; null for today
     * @param guestName the name of a guest, as on the card they show: their profile is at another branch. Null for a volunteer of
     *     this branch
     * @param request which; sent again, it gets the certificate that it got
     */
    public record Order(
            VolunteerNo volunteer,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String guestName,
            RequestId request) {}

    /**
     * Hands a certificate out.
     *
     * @param by the clerk who does
     * @throws CertificateException with what to do instead
     * @throws linli.ledger.LedgerException where the rules refuse it
     */
    public CertificatePaper issue(Order order, Actor by) {
        CertificateIssued event = reckon(order, null);
        EntryId id = ledger.post(new Draft(by, order.request(), event)).idOrThrow();
        return paper(certificate(id), names.holder(order.volunteer(), order.guestName(), order.request()));
    }

    /**
     * What is written down for an order.
     *
     * @param earlier what an earlier request under the same id has written, which is the answer to an order that says the same: today
     *     is another day by now, and there may be more hours
     * @throws CertificateException with what to do instead
     */
    public CertificateIssued reckon(Order order, @Nullable Event earlier) {
        Holder holder = names.holder(order.volunteer(), order.guestName(), order.request());
        if (earlier instanceof CertificateIssued issued && isAnswer(issued, order, holder)) {
            return issued;
        }
        LocalDate lastDay = order.lastDay() == null ? ledger.today() : order.lastDay();
        LocalDate firstDay = order.firstDay() == null ? firstDay(order.volunteer(), lastDay) : order.firstDay();
        require(
                !lastDay.isBefore(firstDay) && !lastDay.isAfter(ledger.today()),
                Code.WRONG_DAYS,
                "a certificate is about days that are over, the first one first; " + firstDay + " to " + lastDay
                        + " are not");
        return ledger.books().together(books -> event(order.volunteer(), holder, firstDay, lastDay, books));
    }

    private static boolean isAnswer(CertificateIssued issued, Order order, Holder holder) {
        return issued.volunteer().equals(order.volunteer())
                && issued.holder().equals(holder.commitment())
                && (order.firstDay() == null || order.firstDay().equals(issued.firstDay()))
                && (order.lastDay() == null || order.lastDay().equals(issued.lastDay()));
    }

    private LocalDate firstDay(VolunteerNo volunteer, LocalDate lastDay) {
        return approved(volunteer, LocalDate.MIN, lastDay, ledger.books())
                .get(0)
                .day();
    }

    private static CertificateIssued event(
            VolunteerNo volunteer, Holder holder, LocalDate firstDay, LocalDate lastDay, Books books) {
        List<ServiceRecord> records = approved(volunteer, firstDay, lastDay, books);
        Served served = Served.of(records.stream());
        return new CertificateIssued(
                volunteer,
                holder.commitment(),
                firstDay,
                lastDay,
                served.clockMinutes(),
                served.backfilledMinutes(),
                ServiceContent.of(ServedActivity.of(records, policy(books), books)));
    }

    /** Records of no time at all prove nothing either. */
    private static List<ServiceRecord> approved(
            VolunteerNo volunteer, LocalDate firstDay, LocalDate lastDay, Books books) {
        List<ServiceRecord> records = books.papers().approved(volunteer, firstDay, lastDay);
        require(
                Served.of(records.stream()).minutes() > 0,
                Code.NO_HOURS,
                "no approved hours of " + volunteer + " were served here on these days");
        return records;
    }

    /**
     * The paper of a certificate that was handed out before, to be printed again.
     *
     * @param guestName the name of a guest, as it was given then
     * @throws CertificateException where the paper cannot be made again as it was
     */
    public CertificatePaper again(EntryId id, @Nullable String guestName) {
        Certificate certificate = certificate(id);
        Holder holder = names.holder(certificate.volunteer(), guestName, request(id));
        require(
                holder.commitment().equals(certificate.holder()),
                Code.NO_NAME,
                "the certificate " + id + " bears another name than the one known now; hand out a new one");
        require(
                ledger.books().papers().isAsItWas(certificate),
                Code.HOURS_CHANGED,
                "hours of these days were approved or taken back since " + id + "; hand out a new certificate");
        return paper(certificate, holder);
    }

    /** A certificate that this branch has handed out. */
    private Certificate certificate(EntryId id) {
        return ledger.books()
                .papers()
                .certificate(id)
                .filter(known -> id.branch() == ledger.books().branch())
                .orElseThrow(() -> new CertificateException(
                        Code.NO_CERTIFICATE, "this branch has handed out no certificate " + id));
    }

    private RequestId request(EntryId id) {
        Volume volume = ledger.volumeOf(id).orElseThrow();
        return ledger.log(volume)
                .map(log -> EntryCodec.decode(log.entry(volume.placeOf(id))).request())
                .orElseThrow();
    }

    private CertificatePaper paper(Certificate certificate, Holder holder) {
        VolunteerNo volunteer = certificate.volunteer();
        String idNumber = office.profile(volunteer)
                .map(Profile::idNumber)
                .map(IdNumber::masked)
                .orElse(null);
        return ledger.books()
                .together(books -> new CertificatePaper(
                        certificate,
                        holder,
                        idNumber,
                        ServedActivity.of(
                                books.papers().approved(volunteer, certificate.firstDay(), certificate.lastDay()),
                                policy(books),
                                books),
                        books.branch(books.branch()).map(Branch::name).orElseThrow(),
                        handler(certificate, books),
                        policy(books).stars(allMinutes(volunteer, books)),
                        policy(books).starHours().size()));
    }

    private static String handler(Certificate certificate, Books books) {
        return books.staff(certificate.issuer()).map(StaffMember::name).orElse(certificate.issuer());
    }

    /** What they served anywhere, as far as is known here. */
    private static long allMinutes(VolunteerNo volunteer, Books books) {
        Stream<VolunteerAccount> pages =
                books.branches().stream().flatMap(branch -> books.volunteer(branch.number(), volunteer).stream());
        return pages.mapToLong(page -> page.clockMinutes() + page.backfilledMinutes())
                .sum();
    }

    private static Policy policy(Books books) {
        return Policy.parse(books.policy().map(AdoptedPolicy::document).orElseThrow());
    }

    private static void require(boolean holds, Code code, String message) {
        if (!holds) {
            throw new CertificateException(code, message);
        }
    }
}
