package linli.national;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.NationalEntry;
import linli.ledger.ServiceRecord;
import linli.national.NationalException.Code;
import linli.office.Office;
import linli.profile.Profile;
import linli.secret.PrivateFiles;
import linli.text.Sheet;

/**
 * Writes this branch's approved records, one in each row, with what the law asks for of person and service.
 *
 * <p>The file is full of personal data: only the node's own user can read it. It appears when it is whole.
 */
public final class NationalExport {
    /** People looked up lately, and so kept at hand. */
    private static final int PEOPLE_AT_HAND = 1_000;

    private final Books books;
    private final ServiceDetails details;
    private final LoadingCache<VolunteerNo, Optional<Profile>> people;

    public NationalExport(Office office) {
        this.books = office.ledger().books();
        this.details = new ServiceDetails(office.ledger());
        this.people = CacheBuilder.newBuilder().maximumSize(PEOPLE_AT_HAND).build(CacheLoader.from(office::profile));
    }

    /**
     * Which records are written.
     *
     * @param firstDay first day of service
     * @param lastDay last day of service
     * @param onlyNew whether those are left out that the national system has taken in already
     */
    public record Choice(LocalDate firstDay, LocalDate lastDay, boolean onlyNew) {}

    /**
     * What was written and what was left out.
     *
     * @param rows records written
     * @param alreadyThere records left out since the national system has taken them in
     * @param forgotten records left out since the person was forgotten
     * @param forgottenPeople how many people that are
     * @param guests records left out since the person's data are at the branch that enrolled them
     * @param guestPeople how many people that are
     */
    public record Summary(
            long rows, long alreadyThere, long forgotten, long forgottenPeople, long guests, long guestPeople) {}

    /** Counts while the rows go by. */
    private static final class Tally {
        private long rows;
        private long alreadyThere;
        private long forgotten;
        private long guests;
        private final Set<VolunteerNo> forgottenPeople = new HashSet<>();
        private final Set<VolunteerNo> guestPeople = new HashSet<>();

        Summary summary() {
            return new Summary(rows, alreadyThere, forgotten, forgottenPeople.size(), guests, guestPeople.size());
        }
    }

    /**
     * Writes the file: a workbook where its name ends in {@code .xlsx}, else CSV.
     *
     * @throws NationalException UNWRITABLE; a file that was there before is still there
     */
    public Summary write(Choice choice, Path file) {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            Summary summary = write(choice, target.toString(), PrivateFiles.stage(unfinished));
            PrivateFiles.move(unfinished, target);
            return summary;
        } catch (IOException e) {
            discard(unfinished, e);
            throw new NationalException(
                    Code.UNWRITABLE, file + " cannot be written: " + e.getMessage() + "; nothing was written", e);
        }
    }

    private static void discard(Path unfinished, IOException because) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    /**
     * Writes the table to whoever fetches it.
     *
     * @param name of the file that it is to be: a workbook where it ends in {@code .xlsx}, else CSV
     * @param out is closed
     */
    public Summary write(Choice choice, String name, OutputStream out) throws IOException {
        Tally tally = new Tally();
        try (Sheet sheet = Sheet.begin(name, out, NationalColumn.headings())) {
            for (EntryId id : books.papers().reportable(choice.firstDay(), choice.lastDay())) {
                ServiceRecord record = books.record(id).orElseThrow();
                if (choice.onlyNew() && isAccepted(id)) {
                    tally.alreadyThere++;
                } else {
                    write(record, sheet, tally);
                }
            }
        }
        return tally.summary();
    }

    private boolean isAccepted(EntryId record) {
        return books.papers().national(record).filter(NationalEntry::accepted).isPresent();
    }

    private void write(ServiceRecord record, Sheet sheet, Tally tally) throws IOException {
        VolunteerNo volunteer = record.volunteer();
        Optional<Profile> profile = people.getUnchecked(volunteer);
        if (profile.isPresent()) {
            sheet.row(NationalColumn.cells(details.row(record, profile.get())));
            tally.rows++;
        } else if (volunteer.entry().branch() == books.branch()) {
            tally.forgotten++;
            tally.forgottenPeople.add(volunteer);
        } else {
            tally.guests++;
            tally.guestPeople.add(volunteer);
        }
    }
}
