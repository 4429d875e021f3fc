package linli.web.api.volunteer;

import java.time.ZonedDateTime;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.VolunteerAccount;
import linli.web.clock.CountyZone;

/**
 * A volunteer's page at this branch, under the number alone.
 *
 * @param number theirs
 * @param since when they were enrolled; of a guest, when they were here first
 * @param guest whether another branch enrolled them
 * @param here whether they are checked in
 * @param minutes of service
 * @param records how many stand
 * @param points at this branch
 */
record AccountJson(
        VolunteerNo number,
        ZonedDateTime since,
        boolean guest,
        boolean here,
        MinutesJson minutes,
        long records,
        PointsJson points) {
    static AccountJson of(VolunteerAccount account, Books books) {
        return new AccountJson(
                account.no(),
                CountyZone.at(books, account.enrolledAtSeconds()),
                account.guest(),
                account.openCheckIn() != null,
                new MinutesJson(account.clockMinutes(), account.backfilledMinutes(), account.pendingMinutes()),
                account.records(),
                PointsJson.of(books.passbooks().balance(account.no())));
    }
}
