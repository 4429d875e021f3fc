package linli.ledger;

import linli.entry.EntryId;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.PublicityEnded;
import linli.entry.Role;
import linli.ledger.PointsAccount.Kind;
import linli.ledger.ServiceRecord.Show;

/** Public show (公示): approved hours hang on the wall for some days, anybody may object, and then their points count. */
final class PublicityRules {
    private PublicityRules() {}

    /** Hangs an approved record up; where the policy asks for no show, its points count at once. */
    static void announce(Posting posting, ServiceRecord record) {
        int days = posting.policy().hours().publicityDays();
        ServiceRecord hung = record.shown(new Show(posting.today().plusDays(days), false, false, null));
        posting.put(hung);
        posting.put(Table.ON_SHOW, record.id().toLong(), new Table.Named(record.id()));
        Till.transfer(
                posting, PointsAccount.of(posting.branch(), Kind.ISSUED), announced(posting, record), record.points());
        // A full purse keeps them hanging, as points do whose show is over.
        if (days == 0 && till(posting, hung).hasRoomFor(record.points())) {
            takeDown(posting, hung);
        }
    }

    static void ended(PublicityEnded event, Posting posting) {
        posting.needs(Role.APPROVER);
        for (EntryId id : event.records()) {
            ServiceRecord record = posting.ownRecord(id);
            Show show = onShow(record);
            Rejection.ON_SHOW_STILL.unless(
                    !posting.today().isBefore(show.until()), "record %s is on show until %s", id, show.until());
            Rejection.DISPUTED.unless(!show.disputed(), "an objection to record %s is open", id);
            takeDown(posting, record);
        }
    }

    static void disputed(HoursDisputed event, Posting posting) {
        posting.needsPerson(Role.CLERK);
        ServiceRecord record = posting.ownRecord(event.record());
        Show show = onShow(record);
        Rejection.DISPUTED.unless(!show.disputed(), "an objection to record %s is open already", record.id());
        posting.put(record.shown(show.disputed(posting.id())));
    }

    static void dismissed(DisputeDismissed event, Posting posting) {
        posting.needsPerson(Role.APPROVER);
        ServiceRecord record = posting.ownRecord(event.record());
        Show show = onShow(record);
        Rejection.NOT_DISPUTED.unless(show.disputed(), "nobody objects to record %s", record.id());
        Rejection.SECOND_PERSON_NEEDED.unless(
                !posting.by().written().equals(record.decider()),
                "whoever approved record %s does not dismiss an objection to it",
                record.id());
        posting.mustNotBe(record.volunteer());
        posting.put(record.shown(show.dismissed()));
    }

    /** Points of a record that is reversed, wherever they are by now. */
    static void takeBack(Posting posting, ServiceRecord record) {
        if (record.onShow()) {
            posting.remove(Table.ON_SHOW, record.id().toLong());
            Till.transfer(
                    posting,
                    announced(posting, record),
                    PointsAccount.of(posting.branch(), Kind.ISSUED),
                    record.points());
        } else {
            new Till(posting, record.volunteer(), PointsAccount.of(posting.branch(), Kind.ISSUED))
                    .takeBack(record.points());
        }
    }

    private static Show onShow(ServiceRecord record) {
        Show show = record.show();
        if (show == null || !record.onShow()) {
            throw Rejection.NOT_ON_SHOW.because("record %s is not on show", record.id());
        }
        return show;
    }

    private static void takeDown(Posting posting, ServiceRecord record) {
        posting.put(record.shown(onShow(record).ended()));
        posting.remove(Table.ON_SHOW, record.id().toLong());
        // What it was approved under says how long the points last.
        till(posting, record).earn(record.points(), posting.policy(record.policy()));
    }

    private static Till till(Posting posting, ServiceRecord record) {
        return new Till(posting, record.volunteer(), announced(posting, record), record.id());
    }

    private static PointsAccount announced(Posting posting, ServiceRecord record) {
        return PointsAccount.of(posting.branch(), Kind.ANNOUNCED, record.volunteer());
    }
}
