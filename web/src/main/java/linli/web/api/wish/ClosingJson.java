package linli.web.api.wish;

import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.entry.WishEvent;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/** How a wish ended that nobody confirmed. */
record ClosingJson(EntryId entry, ZonedDateTime at, Signatory by, WishEvent.End end) {
    static @Nullable ClosingJson of(Wish.@Nullable Closing ended, Books books) {
        return ended == null
                ? null
                : new ClosingJson(
                        ended.entry(),
                        CountyZone.at(books, ended.atSeconds()),
                        Signatory.of(ended.by(), books),
                        ended.end());
    }
}
