package linli.ledger;

import java.util.function.Function;
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
        return ofVolunteer(accounts, Table.GUESTS, branch, no, VolunteerAccount::no);
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
        return ofEntry(accounts, Table.RECEIPTS, branch, sent, Table.Receipt::sent);
    }

    /** The account of points that this one is, whatever is on it. */
    static long ofPoints(Accounts accounts, PointsAccount account) {
        return key(accounts, Table.POINTS, account.branch(), account.fingerprint(), account::isSame);
    }

    /** The line of totals that this one is, whatever it adds up to. */
    static long ofTotal(Accounts accounts, ServiceTotal line) {
        return key(accounts, Table.TOTALS, line.branch(), line.fingerprint(), line::isSame);
    }

    /** What a volunteer holds at a branch. */
    static long ofPurse(Accounts accounts, int branch, VolunteerNo no) {
        return ofVolunteer(accounts, Table.PURSES, branch, no, Purse::volunteer);
    }

    /** What a volunteer redeemed at a branch. */
    static long ofCustomer(Accounts accounts, int branch, VolunteerNo no) {
        return ofVolunteer(accounts, Table.CUSTOMERS, branch, no, Customer::volunteer);
    }

    /** The newest certificate that a branch handed out to a volunteer. */
    static long ofLastCertificate(Accounts accounts, int branch, VolunteerNo no) {
        return ofVolunteer(accounts, Table.LAST_CERTIFICATES, branch, no, Table.LastCertificate::volunteer);
    }

    /** A volunteer who is, or was, of a team. */
    static long ofMembership(Accounts accounts, EntryId team, VolunteerNo no) {
        long fingerprint = Fingerprint.of(team.toLong(), no.entry().toLong());
        return key(accounts, Table.MEMBERSHIPS, team.branch(), fingerprint, one -> one.isOf(team, no));
    }

    /** What volunteers of a branch ask for of a wish elsewhere. */
    static long ofAskedFor(Accounts accounts, int branch, EntryId wish) {
        return ofEntry(accounts, Table.ASKED_FOR, branch, wish, Table.AskedFor::wish);
    }

    /** What a branch has answered to a request of another. */
    static long ofClaimAnswer(Accounts accounts, int branch, EntryId request) {
        return ofEntry(accounts, Table.CLAIM_ANSWERS, branch, request, ClaimAnswer::request);
    }

    private static <V extends Record> long ofVolunteer(
            Accounts accounts, Table<V> table, int branch, VolunteerNo no, Function<V, VolunteerNo> whose) {
        long fingerprint = Fingerprint.of(no.entry().toLong());
        return key(accounts, table, branch, fingerprint, row -> whose.apply(row).equals(no));
    }

    private static <V extends Record> long ofEntry(
            Accounts accounts, Table<V> table, int branch, EntryId entry, Function<V, EntryId> about) {
        long fingerprint = Fingerprint.of(entry.toLong());
        return key(accounts, table, branch, fingerprint, row -> about.apply(row).equals(entry));
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
