package linli.web.hours;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import linli.ledger.ServiceRecord.State;
import org.jspecify.annotations.Nullable;

/** What staff may ask about the hours of their branch. Safe for any number of threads. */
public final class BranchHours {
    private static final int AT_ONCE = 100;

    private final Books books;

    public BranchHours(Books books) {
        this.books = books;
    }

    /**
     * Records that somebody wants to see, newest first.
     *
     * @param from the record to begin with, or where it would be; null for the newest
     * @param limit how many at most
     */
    public List<Hours> list(Wanted wanted, @Nullable EntryId from, int limit) {
        return books.together(all -> {
            Reader reader = new Reader(all);
            return records(wanted, from, limit, all).stream().map(reader::hours).toList();
        });
    }

    /** Each way costs as much as there is to be shown, as far as that can be had. */
    private static List<ServiceRecord> records(Wanted wanted, @Nullable EntryId from, int limit, Books books) {
        if (wanted.state() == State.PENDING) {
            return pending(wanted, from, limit, books);
        }
        VolunteerNo volunteer = wanted.volunteer();
        return volunteer == null
                ? books.records(from, wanted::includes, limit)
                : records(volunteer, wanted, from, limit, books);
    }

    private static List<ServiceRecord> pending(Wanted wanted, @Nullable EntryId from, int limit, Books books) {
        List<ServiceRecord> waiting = new ArrayList<>(books.toDo().pending());
        Collections.reverse(waiting);
        return waiting.stream()
                .filter(record -> from == null || record.id().compareTo(from) <= 0)
                .filter(wanted::includes)
                .limit(limit)
                .toList();
    }

    private static List<ServiceRecord> records(
            VolunteerNo volunteer, Wanted wanted, @Nullable EntryId from, int limit, Books books) {
        List<ServiceRecord> found = new ArrayList<>();
        List<ServiceRecord> some = books.recordsOf(volunteer, from, AT_ONCE);
        while (!some.isEmpty() && found.size() < limit) {
            some.stream().filter(wanted::includes).limit(limit - found.size()).forEach(found::add);
            EntryId next = some.get(some.size() - 1).previous();
            some = next == null ? List.of() : books.recordsOf(volunteer, next, AT_ONCE);
        }
        return found;
    }

    /** One record of this branch. */
    public Optional<Hours> find(EntryId id) {
        return books.together(all ->
                all.record(id).filter(record -> id.branch() == all.branch()).map(new Reader(all)::hours));
    }

    /** Records on public show, oldest first. */
    public List<Hours> onShow() {
        return books.together(all -> {
            Reader reader = new Reader(all);
            return all.toDo().onShow().stream().map(reader::hours).toList();
        });
    }
}
