package linli.web.page;

import java.time.ZoneId;
import java.util.Optional;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Wish;

/** How things are called that an entry names by their ids, and what time it is there. */
public interface Naming {
    ZoneId zone();

    /** The name of what an entry made. */
    Optional<String> entry(EntryId id);

    /** The name of a member of a branch's staff, in office or not. */
    Optional<String> staff(int branch, String handle);

    /** As a node's accounts have it, for anybody: what is asked for on the wall of wishes is not told. */
    static Naming of(Books books) {
        return new NamesInBooks(books, id -> Optional.empty());
    }

    /** The same for whoever may read the wishes that these entries are about. */
    static Naming withWishes(Books books) {
        return new NamesInBooks(books, id -> books.wishes().find(id).map(Wish::title));
    }

    /** Without a node nothing has a name. */
    static Naming nameless(ZoneId zone) {
        return new Naming() {
            @Override
            public ZoneId zone() {
                return zone;
            }

            @Override
            public Optional<String> entry(EntryId id) {
                return Optional.empty();
            }

            @Override
            public Optional<String> staff(int branch, String handle) {
                return Optional.empty();
            }
        };
    }
}
