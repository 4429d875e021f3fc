package linli.ledger;

import java.util.Objects;
import linli.entry.Actor;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.WishConfirmed;
import linli.ledger.PointsAccount.Kind;
import linli.ledger.Wish.Act;
import linli.ledger.Wish.Confirmation;
import linli.ledger.Wish.Fulfilment;
import linli.ledger.WishPolicy.Reward;
import org.jspecify.annotations.Nullable;

/** Whoever asked agrees that a wish is done, and the points for it are given. */
final class ConfirmationRules {
    private ConfirmationRules() {}

    static void confirmed(WishConfirmed event, Posting posting) {
        WishWall wall = WishWall.of(posting);
        Wish wish = wall.own(event.wish());
        needsConfirmer(wish, posting);
        int inForce = posting.adopted().version();
        Rejection.POLICY_VERSION.unless(event.policy() == inForce, "policy version %s is in force", inForce);
        WishWall.require(Act.CONFIRM, wish);
        requireSecondPerson(wish, posting);
        VolunteerNo rewarded = rewarded(wish);
        if (rewarded != null) {
            // A full purse refuses it: the wish stays fulfilled, and is confirmed when some points are spent.
            till(wish, rewarded, posting).earn(wish.points(), posting.policy());
        }
        wall.put(wish.confirmed(new Confirmation(
                posting.id(), posting.by().written(), posting.atSeconds(), event.stars(), event.policy(), rewarded)));
    }

    /** Who asked says that it is done, or a clerk. Where the points are for asking, an approver does. */
    private static void needsConfirmer(Wish wish, Posting posting) {
        if (wish.rewards() == Reward.ASKER) {
            posting.needsPerson(Role.APPROVER);
        } else if (posting.by() instanceof Actor.Volunteer self) {
            Rejection.ROLE_MISSING.unless(self.no().equals(wish.wisher()), "%s did not ask for it", self.no());
        } else {
            posting.needsPerson(Role.CLERK);
        }
    }

    private static void requireSecondPerson(Wish wish, Posting posting) {
        Fulfilment said = Objects.requireNonNull(wish.fulfilment(), "what is fulfilled, somebody said is done");
        Rejection.SECOND_PERSON_NEEDED.unless(
                !said.by().equals(posting.by().written()),
                "%s said that wish %s is done",
                posting.by().written(),
                wish.id());
        VolunteerNo rewarded = wish.rewarded();
        if (rewarded != null) {
            posting.mustNotBe(rewarded);
        }
    }

    private static @Nullable VolunteerNo rewarded(Wish wish) {
        return wish.points() == 0 ? null : wish.rewarded();
    }

    private static Till till(Wish wish, VolunteerNo rewarded, Posting posting) {
        Kind counter = wish.rewards() == Reward.ASKER ? Kind.CIVIC : Kind.GRANTED;
        return new Till(posting, rewarded, PointsAccount.of(posting.branch(), counter), wish.id());
    }
}
