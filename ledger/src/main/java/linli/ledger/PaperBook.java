package linli.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/** What was handed out on paper at a branch, and what was reported to the national volunteer system. */
public final class PaperBook {
    private final int branch;
    private final Rows rows;

    PaperBook(int branch, Rows rows) {
        this.branch = branch;
        this.rows = rows;
    }

    /** A certificate of any branch, by its number. */
    public Optional<Certificate> certificate(EntryId id) {
        return rows.find(Table.CERTIFICATES, id.toLong());
    }

    /**
     * A volunteer's certificates at this branch, newest first.
     *
     * @param from the certificate to begin with, as {@link Certificate#previous} of the last one shown; null for the newest
     * @param limit how many at most
     */
    public List<Certificate> certificatesOf(VolunteerNo no, @Nullable EntryId from, int limit) {
        return rows.together(() -> {
            List<Certificate> page = new ArrayList<>();
            Optional<EntryId> next = from == null ? newest(no) : Optional.of(from);
            while (next.isPresent() && page.size() < limit) {
                Optional<Certificate> theirs = next.flatMap(this::certificate)
                        .filter(one -> one.volunteer().equals(no));
                theirs.ifPresent(page::add);
                next = theirs.map(Certificate::previous);
            }
            return page;
        });
    }

    private Optional<EntryId> newest(VolunteerNo no) {
        return rows.find(Table.LAST_CERTIFICATES, accounts -> RowKeys.ofLastCertificate(accounts, branch, no))
                .map(Table.LastCertificate::certificate);
    }

    /** A volunteer's approved records of these days at this branch, in the order of their days. */
    public List<ServiceRecord> approved(VolunteerNo no, LocalDate firstDay, LocalDate lastDay) {
        return approved(branch, no, firstDay, lastDay);
    }

    private List<ServiceRecord> approved(int number, VolunteerNo no, LocalDate firstDay, LocalDate lastDay) {
        return rows.together(
                () -> RecordChain.from(head(number, no), id -> record(id).orElse(null))
                        .filter(record -> record.countsBetween(firstDay, lastDay))
                        .sorted(Comparator.comparing(ServiceRecord::day).thenComparing(ServiceRecord::id))
                        .toList());
    }

    /** Whether the records of a certificate's days are still those that it tells of. */
    public boolean isAsItWas(Certificate certificate) {
        List<ServiceRecord> records = approved(
                certificate.id().branch(), certificate.volunteer(), certificate.firstDay(), certificate.lastDay());
        return Served.of(records.stream())
                .equals(new Served(certificate.clockMinutes(), certificate.backfilledMinutes()));
    }

    private @Nullable EntryId head(int number, VolunteerNo no) {
        Optional<VolunteerAccount> page = no.entry().branch() == number
                ? rows.find(Table.VOLUNTEERS, no.entry().toLong())
                : rows.find(Table.GUESTS, accounts -> RowKeys.ofGuest(accounts, number, no));
        return page.map(VolunteerAccount::lastRecord).orElse(null);
    }

    private Optional<ServiceRecord> record(EntryId id) {
        return rows.find(Table.RECORDS, id.toLong());
    }

    /** What the national system last said to a record; empty while it has not answered. */
    public Optional<NationalEntry> national(EntryId record) {
        return rows.find(Table.NATIONAL, record.toLong());
    }

    /** This branch's approved records of these days, oldest entry first: those that are reported. */
    public List<EntryId> reportable(LocalDate firstDay, LocalDate lastDay) {
        List<EntryId> found = new ArrayList<>();
        rows.visit(Table.RECORDS, record -> {
            if (record.id().branch() == branch && record.countsBetween(firstDay, lastDay)) {
                found.add(record.id());
            }
        });
        found.sort(Comparator.naturalOrder());
        return found;
    }
}
