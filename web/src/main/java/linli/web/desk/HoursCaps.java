package linli.web.desk;

import linli.ledger.Books;
import linli.ledger.HoursPolicy;
import linli.ledger.Policy;
import linli.ledger.ServiceRecord;

/**
 * What of a record needs a look before it counts.
 *
 * @param longestMinutes that one record can earn points for
 * @param dailyMinutes that one volunteer's day can
 */
record HoursCaps(Books books, int longestMinutes, int dailyMinutes) {
    static HoursCaps of(Books books) {
        return books.policy()
                .map(adopted -> Policy.parse(adopted.document()).hours())
                .map(hours -> of(books, hours))
                .orElseGet(() -> new HoursCaps(books, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private static HoursCaps of(Books books, HoursPolicy hours) {
        return new HoursCaps(books, hours.longestSessionMinutes(), hours.dailyCapMinutes());
    }

    /** Whether not all of it can earn points: it is too long for one record, or the day is too full with it and the others. */
    boolean isOver(ServiceRecord record) {
        return record.minutes() > Math.min(longestMinutes, dailyMinutes)
                || (record.state() == ServiceRecord.State.PENDING && minutesOfDay(record) > dailyMinutes);
    }

    private long minutesOfDay(ServiceRecord record) {
        return books.ofDay(record.volunteer(), record.day()).stream()
                .mapToLong(one -> one.state() == ServiceRecord.State.PENDING
                        ? Math.min(one.minutes(), longestMinutes)
                        : one.creditedMinutes())
                .sum();
    }

    boolean needsALook(ServiceRecord record) {
        return !record.flags().isEmpty() || isOver(record);
    }
}
