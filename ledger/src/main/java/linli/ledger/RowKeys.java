package linli.ledger;

import java.util.function.Predicate;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/**
 * The keys of rows that are about something longer than a key, and so are found by its fingerprint.
 *
 * <p>Two things may have one fingerprint: by chance hardly ever, but a malicious branch can put any number on its slips, and in
 * an evening find one whose fingerprint is that of somebody's balance elsewhere. So each row says what it is about, and where
 * another's row stands the next key is tried. A branch's rows are made by its own journal alone, in its order, and none is ever
 * taken away; so every node comes to the same keys.
 */
final class RowKeys {
    private RowKeys() {}

    /** The page of a guest at a branch. */
    static long ofGuest(Accounts accounts, int branch, VolunteerNo no) {
        long fingerprint = Fingerprint.of(no.entry().toLong());
        return key(
                accounts, Table.GUESTS, branch, fingerprint, page -> page.no().equals(no));
    }

    /** A member of a branch's staff. */
    static long ofStaff(Accounts accounts, int branch, String handle) {
        return key(
                accounts,
                Table.STAFF,
                branch,
                Fingerprint.of(handle),
                member -> member.handle().equals(handle));
    }

    /** What a branch received for an entry that sent points to it. */
    static long ofReceipt(Accounts accounts, int branch, EntryId sent) {
        long fingerprint = Fingerprint.of(sent.toLong());
        return key(
                accounts,
                Table.RECEIPTS,
                branch,
                fingerprint,
                receipt -> receipt.sent().equals(sent));
    }

    /** The account of points that this one is, whatever is on it. */
    static long ofPoints(Accounts accounts, PointsAccount account) {
        return key(accounts, Table.POINTS, account.branch(), account.fingerprint(), account::isSame);
    }

    /** The line of totals that this one is, whatever it adds up to. */
    static long ofTotal(Accounts accounts, ServiceTotal line) {
        return key(accounts, Table.TOTALS, line.branch(), line.fingerprint(), line::isSame);
    }

    private static <V extends Record> long key(
            Accounts accounts, Table<V> table, int branch, long fingerprint, Predicate<V> isIt) {
        long key = Table.keyOf(branch, fingerprint);
        V row = accounts.get(table, key);
        while (row != null && !isIt.test(row)) {
            key = Table.keyAfter(key);
            row = accounts.get(table, key);
        }
        return key;
    }
}
