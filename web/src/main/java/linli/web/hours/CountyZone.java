package linli.web.hours;

import java.time.ZoneId;
import java.time.ZoneOffset;
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
}
