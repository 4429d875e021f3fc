package linli.demo;

import java.time.LocalDate;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.office.Office;
import linli.office.WishDesk;

/**
 * Where a community's story takes place.
 *
 * @param office of its node
 * @param wishes where wishes are posted
 * @param clock the node's clock
 * @param community whose story it is
 * @param first day of it
 * @param days how many
 */
record DemoScene(
        Office office,
        WishDesk wishes,
        DemoClock clock,
        DemoCommunity community,
        LocalDate first,
        int days,
        DemoPen pen) {
    private static final int DAYS_OF_A_YEAR = 365;
    /** In the last days not everything is done yet, as on any morning at any office. */
    private static final int RECENT_DAYS = 6;

    static DemoScene of(
            Office office, WishDesk wishes, DemoClock clock, DemoCommunity community, LocalDate first, int days) {
        DemoPen pen = new DemoPen(office.ledger(), community.slug());
        return new DemoScene(office, wishes, clock, community, first, days, pen);
    }

    Ledger ledger() {
        return office.ledger();
    }

    Books books() {
        return ledger().books();
    }

    /** Version of the policy in force. */
    int policy() {
        return books().policy().map(AdoptedPolicy::version).orElseThrow();
    }

    LocalDate last() {
        return first.plusDays(days - 1L);
    }

    boolean isRecent(LocalDate day) {
        return day.isAfter(last().minusDays(RECENT_DAYS));
    }

    /** How often something happens here in these days that happens so often in the county in a year; a part counts as once. */
    int shareOfDays(int countyAndYear) {
        long yearly = (long) community.shareOf(countyAndYear) * days;
        return (int) ((yearly + DAYS_OF_A_YEAR - 1) / DAYS_OF_A_YEAR);
    }

    /** The days on which it does. */
    DemoCalendar draw(DemoLot lot, int countyAndYear) {
        return DemoCalendar.draw(lot, first, days, shareOfDays(countyAndYear));
    }
}
