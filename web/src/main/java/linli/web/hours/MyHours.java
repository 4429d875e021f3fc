package linli.web.hours;

import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.LastPin;
import linli.ledger.ServiceRecord;
import linli.ledger.StaffMember;
import linli.ledger.VolunteerAccount;
import linli.office.Office;
import linli.profile.Profile;
import linli.web.clock.CountyZone;
import org.jspecify.annotations.Nullable;

/** What a volunteer may ask about their own hours. Safe for any number of threads. */
public final class MyHours {
    private final Books books;
    private final Office office;
    private final Prover prover;

    public MyHours(Office office) {
        this.books = office.ledger().books();
        this.office = office;
        this.prover = new Prover(office.ledger());
    }

    /** The volunteer; empty where there is none of this number, or the person has been forgotten. */
    public Optional<Person> person(VolunteerNo number) {
        return office.profile(number)
                .flatMap(profile ->
                        books.together(all -> all.volunteer(number).map(account -> personOf(account, profile))));
    }

    private Person personOf(VolunteerAccount account, Profile profile) {
        return new Person(
                account.no(),
                profile.name(),
                account.clockMinutes(),
                account.backfilledMinutes(),
                account.pendingMinutes(),
                account.records(),
                books.passbooks().balance(account.no()));
    }

    /** Who set their PIN last, where it was not they themselves: whoever knows it acts by their hand. */
    public Optional<PinByStaff> pinByStaff(VolunteerNo number) {
        return books.pin(number)
                .filter(LastPin::byStaff)
                .map(pin -> new PinByStaff(
                        books.staff(pin.by()).map(StaffMember::name).orElse(null),
                        CountyZone.at(books, pin.atSeconds())));
    }

    /**
     * A page of their records, newest first.
     *
     * @param from the record to begin with, as {@link HoursPage#next} named it; null for the newest. Somebody else's gives an
     *     empty page
     * @param limit how many at most
     */
    public HoursPage page(VolunteerNo number, @Nullable EntryId from, int limit) {
        return books.together(all -> {
            Reader reader = new Reader(all);
            List<ServiceRecord> records = all.recordsOf(number, from, limit);
            EntryId next =
                    records.size() < limit ? null : records.get(limit - 1).previous();
            return new HoursPage(records.stream().map(reader::hours).toList(), next == null ? null : next.toString());
        });
    }

    /** One of their records, proven to stand in the log; empty where it is not theirs. */
    public Optional<Proof> proof(VolunteerNo number, EntryId id) {
        return theirs(number, id).map(record -> prover.prove(record, new Reader(books).hours(record)));
    }

    /** The exact bytes of one of their records, as signed. */
    public Optional<byte[]> entry(VolunteerNo number, EntryId id) {
        return theirs(number, id).map(record -> prover.entry(record.id()));
    }

    private Optional<ServiceRecord> theirs(VolunteerNo number, EntryId id) {
        return books.record(id).filter(record -> record.volunteer().equals(number) && id.branch() == books.branch());
    }
}
