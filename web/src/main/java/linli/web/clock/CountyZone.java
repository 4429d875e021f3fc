package linli.web.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import linli.ledger.Books;
import linli.ledger.Policy;

/** The time zone that the county's clocks show, as its policy names it. */
public final class CountyZone {
    private CountyZone() {}

    /** The zone; UTC while no policy is here. */
    public static ZoneId of(Books books) {
        return books.policy()
                .map(adopted -> ZoneId.of(Policy.parse(adopted.document()).zone()))
                .orElse(ZoneOffset.UTC);
    }

    /** A moment of an entry, as the county's clocks show it. */
    public static ZonedDateTime at(Books books, long atSeconds) {
        return Instant.ofEpochSecond(atSeconds).atZone(of(books));
    }
}
