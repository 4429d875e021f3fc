package linli.ledger;

import java.util.Locale;
import java.util.stream.Collectors;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.ledger.Wish.Act;
import linli.ledger.Wish.State;

/** Where the wishes of a branch hang: which there are, what can be done with each, and in whose hands it is. */
final class WishWall {
    private final Posting posting;

    private WishWall(Posting posting) {
        this.posting = posting;
    }

    static WishWall of(Posting posting) {
        return new WishWall(posting);
    }

    /** A wish of this branch; what was asked for elsewhere is for that branch to decide. */
    Wish own(EntryId id) {
        Wish wish = id.branch() == posting.branch() ? posting.get(Table.WISHES, id.toLong()) : null;
        if (wish == null) {
            throw Rejection.UNKNOWN_WISH.because("no wish has the id %s here", id);
        }
        return wish;
    }

    /** Hangs a wish up, or puts it in the place of what it was; one that has ended is struck out of the list of open work. */
    void put(Wish wish) {
        long key = wish.id().toLong();
        posting.put(Table.WISHES, key, wish);
        if (wish.state().goesOn()) {
            posting.put(Table.OPEN_WISHES, key, new Table.Named(wish.id()));
        } else {
            posting.remove(Table.OPEN_WISHES, key);
        }
    }

    /** Refuses what does not follow where the wish stands. */
    static void require(Act act, Wish wish) {
        Rejection.WISH_STATE.unless(
                wish.acts().contains(act), "wish %s is %s; %s", wish.id(), wish.state(), whatCanBeDone(wish));
    }

    private static String whatCanBeDone(Wish wish) {
        return wish.acts().isEmpty()
                ? "nothing is done with it any more"
                : "what can be done with it: "
                        + wish.acts().stream()
                                .map(act -> act.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
    }

    /** Refuses to begin anything after the last day. */
    void requireOn(Wish wish) {
        Rejection.WISH_OVER.unless(
                !posting.today().isAfter(wish.lastDay()), "the last day of wish %s was %s", wish.id(), wish.lastDay());
    }

    /** Refuses what a volunteer may not take on: what they asked for themselves. */
    static void requireOthers(VolunteerNo helper, Wish wish) {
        Rejection.OWN_WISH.unless(!helper.equals(wish.wisher()), "%s asked for it", helper);
    }

    /** Whoever has it in hand, or a clerk. */
    void needsHolderOrClerk(Wish wish) {
        if (posting.by() instanceof Actor.Volunteer self) {
            Rejection.ROLE_MISSING.unless(isInHandsOf(self.no(), wish), "%s does not have this wish", self.no());
        } else if (posting.by() instanceof Actor.Staff staff && wish.isInHandsOf(staff.handle())) {
            posting.staff(staff.handle());
        } else {
            posting.needs(Role.CLERK);
        }
    }

    /** As {@link #needsHolderOrClerk}; whoever asked may, too, say that it is not done. */
    void needsHolderWisherOrClerk(Wish wish) {
        boolean askers = posting.by() instanceof Actor.Volunteer self
                && self.no().equals(wish.wisher())
                && wish.state() == State.FULFILLED;
        if (!askers) {
            needsHolderOrClerk(wish);
        }
    }

    private boolean isInHandsOf(VolunteerNo volunteer, Wish wish) {
        return wish.isInHandsOf(volunteer, team -> TeamRules.isMember(volunteer, team, posting));
    }
}
