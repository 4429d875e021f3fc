package linli.ledger;

import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;

/**
 * The transfers' desk: points leave a branch by one signed entry, and arrive at another by a second one.
 *
 * <p>The second carries the first with its signature. So it can be judged wherever the sending branch's log is, also at a branch
 * that has nothing but the slip in somebody's hand. Whether the sender had the points to send is the sender's fault to answer
 * for, not the receiver's: a branch that signed a slip owes what stands on it.
 */
final class TransferRules {
    private TransferRules() {}

    static void sent(PointsSent event, Posting posting) {
        ownHandOrClerk(event.volunteer(), posting);
        posting.openBranch(event.toBranch());
        Rejection.NOT_ADDRESSED.unless(event.toBranch() != posting.branch(), "points are sent to another branch");
        Rejection.HOLDING_LIMIT.unless(
                event.points() <= posting.policy().points().holdingLimit(), "nobody could hold so many points there");
        Till till =
                new Till(posting, event.volunteer(), PointsAccount.of(posting.branch(), Kind.SENT, event.toBranch()));
        Rejection.LOTS_DIFFER.unless(
                till.spend(event.points()).list().equals(event.lots()),
                "the points of %s lapse on other days by now; send them again",
                event.volunteer());
        posting.put(
                Table.TRANSFERS,
                posting.id().toLong(),
                new Transfer(posting.id(), event.volunteer(), event.points(), event.toBranch(), posting.atSeconds()));
    }

    static void received(PointsReceived event, Posting posting) {
        if (!(posting.by() instanceof Actor.Node)) {
            ownHandOrClerk(event.volunteer(), posting);
        }
        Volume volume = posting.volumeOf(event.sent());
        PointsSent slip = slip(event, volume);
        Rejection.NOT_ADDRESSED.unless(
                slip.toBranch() == posting.branch(), "the points were sent to branch %s", slip.toBranch());
        long key = RowKeys.ofReceipt(posting.changes(), posting.branch(), event.sent());
        Rejection.ALREADY_RECEIVED.unless(
                posting.get(Table.RECEIPTS, key) == null, "the points of %s were received before", event.sent());
        posting.put(Table.RECEIPTS, key, new Table.Receipt(event.sent(), posting.id()));
        posting.put(page(event.volunteer(), posting));
        new Till(
                        posting,
                        event.volunteer(),
                        PointsAccount.of(
                                posting.branch(), Kind.RECEIVED, event.sent().branch()))
                .take(Lots.of(slip.lots()));
    }

    /** Who comes with a slip is known by it, also where their own branch's log is not at hand. */
    private static VolunteerAccount page(VolunteerNo no, Posting posting) {
        boolean atHome = no.entry().branch() == posting.branch();
        VolunteerAccount known = atHome ? posting.volunteer(no) : posting.guest(no);
        return known == null ? VolunteerAccount.ofGuest(posting.branch(), no, posting.atSeconds()) : known;
    }

    private static PointsSent slip(PointsReceived event, Volume volume) {
        byte[] signed = event.slip().toBytes();
        Rejection.SLIP_INVALID.unless(
                EntryCodec.verify(signed, volume.key(), volume.placeOf(event.sent())),
                "branch %s did not sign this slip as its entry %s",
                event.sent().branch(),
                event.sent());
        if (decoded(signed).event() instanceof PointsSent sent
                && sent.volunteer().equals(event.volunteer())
                && sent.points() == event.points()) {
            return sent;
        }
        throw Rejection.SLIP_INVALID.because("the slip says something else than its receipt");
    }

    private static Entry decoded(byte[] signed) {
        try {
            return EntryCodec.decode(signed);
        } catch (EntryException e) {
            throw Rejection.SLIP_INVALID.because("the slip cannot be read");
        }
    }

    private static void ownHandOrClerk(VolunteerNo volunteer, Posting posting) {
        posting.ownHandOr(Role.CLERK, volunteer, "volunteers send and receive their own points");
    }
}
