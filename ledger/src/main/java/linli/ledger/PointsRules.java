package linli.ledger;

import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsExpired;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;

/** The points' desk: what is granted and taken by hand, and what lapses. */
final class PointsRules {
    private PointsRules() {}

    static void adjusted(PointsAdjusted event, Posting posting) {
        posting.needsPerson(Role.MANAGER);
        if (Math.abs(event.points()) > posting.policy().points().adjustAlone()) {
            posting.needsSecond(event.second(), Role.APPROVER);
        }
        posting.put(posting.volunteer(event.volunteer()));
        Kind counter = event.basis() == Basis.CIVIC_ACT ? Kind.CIVIC : Kind.ADJUSTED;
        Till till = new Till(posting, event.volunteer(), PointsAccount.of(posting.branch(), counter));
        if (event.points() > 0) {
            till.earn(event.points(), posting.policy());
        } else {
            till.spend(-event.points());
        }
    }

    static void expired(PointsExpired event, Posting posting) {
        posting.needs(Role.MANAGER);
        VolunteerNo volunteer = posting.volunteer(event.volunteer()).no();
        Rejection.NOTHING_LAPSED.unless(event.upTo().isBefore(posting.today()), "%s is not over yet", event.upTo());
        Till till = new Till(posting, volunteer, PointsAccount.of(posting.branch(), Kind.EXPIRED));
        till.expire(event.points(), event.upTo());
    }
}
