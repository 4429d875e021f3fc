package linli.ledger;

import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.HoursEvent.NationalAnswer;
import linli.entry.HoursEvent.NationalAnswered;
import linli.entry.Role;
import org.jspecify.annotations.Nullable;

/** The desk of papers: certificates that are handed out, and what the national system answers about records. */
final class PaperRules {
    private PaperRules() {}

    static void issued(CertificateIssued event, Posting posting) {
        posting.needsPerson(Role.CLERK);
        Served served = served(event, posting.volunteer(event.volunteer()), posting);
        Rejection.CERTIFICATE_DIFFERS.unless(
                served.equals(new Served(event.clockMinutes(), event.backfilledMinutes())),
                "the approved records of %s to %s are %s minutes by clock and %s backfilled",
                event.firstDay(),
                event.lastDay(),
                served.clockMinutes(),
                served.backfilledMinutes());
        long last = RowKeys.ofLastCertificate(posting.changes(), posting.branch(), event.volunteer());
        posting.put(
                Table.CERTIFICATES,
                posting.id().toLong(),
                row(event, posting.get(Table.LAST_CERTIFICATES, last), posting));
        posting.put(Table.LAST_CERTIFICATES, last, new Table.LastCertificate(event.volunteer(), posting.id()));
    }

    private static Served served(CertificateIssued event, VolunteerAccount volunteer, Posting posting) {
        return Served.of(RecordChain.from(volunteer.lastRecord(), id -> posting.get(Table.RECORDS, id.toLong()))
                .filter(record -> record.countsBetween(event.firstDay(), event.lastDay())));
    }

    private static Certificate row(CertificateIssued event, Table.@Nullable LastCertificate before, Posting posting) {
        return new Certificate(
                posting.id(),
                event.volunteer(),
                event.holder(),
                event.firstDay(),
                event.lastDay(),
                event.clockMinutes(),
                event.backfilledMinutes(),
                event.content(),
                posting.by().written(),
                posting.atSeconds(),
                before == null ? null : before.certificate());
    }

    static void answered(NationalAnswered event, Posting posting) {
        posting.needsPerson(Role.CLERK);
        for (NationalAnswer answer : event.answers()) {
            ServiceRecord record = posting.ownRecord(answer.record());
            Rejection.RECORD_NOT_APPROVED.unless(
                    record.state() == ServiceRecord.State.APPROVED, "record %s is %s", record.id(), record.state());
            posting.put(
                    Table.NATIONAL,
                    record.id().toLong(),
                    new NationalEntry(
                            record.id(), answer.accepted(), answer.word(), posting.id(), posting.atSeconds()));
        }
    }
}
