package linli.web.api.wish;

import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/** Who said when that a wish is done. */
record FulfilmentJson(EntryId entry, ZonedDateTime at, Signatory by) {
    static @Nullable FulfilmentJson of(Wish.@Nullable Fulfilment said, Books books) {
        return said == null
                ? null
                : new FulfilmentJson(
                        said.entry(), CountyZone.at(books, said.atSeconds()), Signatory.of(said.by(), books));
    }
}
