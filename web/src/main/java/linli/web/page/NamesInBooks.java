package linli.web.page;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import linli.entry.EntryId;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.StaffMember;
import linli.web.clock.CountyZone;

/** Names as a node's accounts have them: of activities, of what the shop offers, and of whatever else somebody may know. */
final class NamesInBooks implements Naming {
    private final Books books;
    private final Function<EntryId, Optional<String>> more;
    private final ZoneId zone;

    NamesInBooks(Books books, Function<EntryId, Optional<String>> more) {
        this.books = books;
        this.more = more;
        this.zone = CountyZone.of(books);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Optional<String> entry(EntryId id) {
        return books.activity(id)
                .map(Activity::name)
                .or(() -> books.shop(id.branch()).item(id).map(Item::name))
                .or(() -> more.apply(id));
    }

    @Override
    public Optional<String> staff(int branch, String handle) {
        return books.staff(branch, handle).map(StaffMember::name);
    }
}
