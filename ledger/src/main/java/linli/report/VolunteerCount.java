package linli.report;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.VolunteerAccount;

/**
 * How many volunteers have served.
 *
 * @param all each number once, at however many branches they served
 * @param byBranch how many served at each branch, guests among them
 */
record VolunteerCount(long all, Map<Integer, Long> byBranch) {

    static VolunteerCount of(Books books) {
        Map<Integer, Long> byBranch = new TreeMap<>();
        Set<VolunteerNo> guests = new HashSet<>();
        long[] atHome = {0};
        books.volunteers(page -> {
            if (page.records() > 0) {
                byBranch.merge(page.branch(), 1L, Long::sum);
                if (page.guest()) {
                    guests.add(page.no());
                } else {
                    atHome[0]++;
                }
            }
        });
        guests.removeIf(no -> hasServedAtHome(books, no));
        return new VolunteerCount(atHome[0] + guests.size(), byBranch);
    }

    private static boolean hasServedAtHome(Books books, VolunteerNo no) {
        return books.volunteer(no.entry().branch(), no)
                .map(VolunteerAccount::records)
                .filter(records -> records > 0)
                .isPresent();
    }

    long at(int branch) {
        return byBranch.getOrDefault(branch, 0L);
    }
}
