package linli.web.api.certificate;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Certificate;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import linli.web.list.Page;
import linli.web.list.Paging;

/**
 * A certificate that this branch has handed out, as the log has it: without the name that stands on the paper.
 *
 * @param id its number
 * @param volunteer whose hours
 * @param firstDay first day that it is about
 * @param lastDay last day
 * @param clockMinutes proven by a clock
 * @param backfilledMinutes written down by staff
 * @param content what was done, in words
 * @param issuer who handed it out
 * @param at when
 * @param stands whether the approved hours of these days still are what it says
 */
public record CertificateJson(
        EntryId id,
        VolunteerNo volunteer,
        LocalDate firstDay,
        LocalDate lastDay,
        long clockMinutes,
        long backfilledMinutes,
        String content,
        Signatory issuer,
        ZonedDateTime at,
        boolean stands) {

    /** A volunteer's certificates at this branch, newest first. */
    public static Page<CertificateJson> of(VolunteerNo volunteer, Books books, Paging paging) {
        return books.together(all -> paging.page(
                all.papers().certificatesOf(volunteer, paging.fromEntry(), paging.toRead()),
                Certificate::id,
                certificate -> of(certificate, all)));
    }

    static CertificateJson of(Certificate certificate, Books books) {
        return new CertificateJson(
                certificate.id(),
                certificate.volunteer(),
                certificate.firstDay(),
                certificate.lastDay(),
                certificate.clockMinutes(),
                certificate.backfilledMinutes(),
                certificate.content(),
                Signatory.of(certificate.issuer(), books),
                CountyZone.at(books, certificate.atSeconds()),
                books.papers().isAsItWas(certificate));
    }
}
