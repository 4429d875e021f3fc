package linli.ledger;

import java.time.LocalDate;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.Wish.Act;
import linli.ledger.Wish.Closing;
import linli.ledger.Wish.Dispatch;
import linli.ledger.Wish.Fulfilment;
import linli.ledger.Wish.State;
import org.jspecify.annotations.Nullable;

/**
 * The wall of wishes (微心愿墙): what is asked for, from the day it is asked to the day it is said to be done, or ends. Every kind
 * has the same life; what follows what stands in {@link State}.
 */
final class WishRules {
    private WishRules() {}

    static void posted(WishPosted event, Posting posting) {
        needsWisherOrClerk(event.wisher(), posting, "volunteers ask for themselves");
        if (event.wisher() != null) {
            posting.put(posting.volunteer(event.wisher()));
        }
        requireDay(event.lastDay(), posting);
        WishPolicy policy = posting.policy().of(event.kind());
        boolean proposed = posting.by() instanceof Actor.Volunteer;
        requirePoints(event.points(), policy, proposed);
        State state = proposed ? State.PROPOSED : State.OPEN;
        WishWall.of(posting).put(Wish.posted(posting.id(), event, state, policy, posting.atSeconds()));
    }

    /** Volunteers ask for what the policy gives; a clerk can find something else right. */
    private static void requirePoints(long points, WishPolicy policy, boolean byVolunteer) {
        long least = byVolunteer ? policy.points() : 0;
        long most = byVolunteer ? policy.points() : policy.mostPoints();
        Rejection.WISH_POINTS.unless(
                points >= least && points <= most,
                "%s points; the policy has %s to %s for a %s",
                points,
                least,
                most,
                policy.kind());
    }

    static void accepted(WishAccepted event, Posting posting) {
        posting.needs(Role.CLERK);
        WishWall wall = WishWall.of(posting);
        Wish wish = wall.own(event.wish());
        WishWall.require(Act.ACCEPT, wish);
        wall.requireOn(wish);
        wall.put(wish.accepted(posting.atSeconds()));
    }

    static void dispatched(WishDispatched event, Posting posting) {
        posting.needs(Role.CLERK);
        WishWall wall = WishWall.of(posting);
        Wish wish = wall.own(event.wish());
        WishWall.require(Act.DISPATCH, wish);
        wall.requireOn(wish);
        requireDay(event.dueDay(), posting);
        Rejection.WISH_OVER.unless(
                !event.dueDay().isAfter(wish.lastDay()), "the wish's last day is %s", wish.lastDay());
        requireDoer(event.team(), event.staff(), posting);
        Dispatch to = new Dispatch(posting.id(), event.team(), event.staff(), event.dueDay());
        wall.put(wish.dispatched(to, posting.atSeconds()));
    }

    private static void requireDoer(@Nullable EntryId team, @Nullable String staff, Posting posting) {
        if (team != null) {
            TeamRules.standing(team, posting);
        }
        if (staff != null) {
            posting.staff(staff);
        }
    }

    private static void requireDay(LocalDate day, Posting posting) {
        Rejection.WISH_OVER.unless(!day.isBefore(posting.today()), "%s has passed", day);
    }

    static void released(WishReleased event, Posting posting) {
        WishWall wall = WishWall.of(posting);
        Wish wish = wall.own(event.wish());
        wall.needsHolderWisherOrClerk(wish);
        WishWall.require(Act.RELEASE, wish);
        wall.put(wish.released(posting.atSeconds()));
    }

    /** Also after the last day, where nobody has closed it yet: what was done was done. */
    static void fulfilled(WishFulfilled event, Posting posting) {
        WishWall wall = WishWall.of(posting);
        Wish wish = wall.own(event.wish());
        wall.needsHolderOrClerk(wish);
        WishWall.require(Act.FULFIL, wish);
        wall.put(wish.fulfilled(new Fulfilment(posting.id(), posting.by().written(), posting.atSeconds())));
    }

    static void closed(WishClosed event, Posting posting) {
        WishWall wall = WishWall.of(posting);
        Wish wish = wall.own(event.wish());
        switch (event.end()) {
            case WITHDRAWN -> needsWisherOrClerk(wish.wisher(), posting, "who asked withdraws it");
            case REFUSED -> posting.needsPerson(Role.CLERK);
            case EXPIRED -> posting.needs(Role.CLERK);
        }
        WishWall.require(Act.CLOSE, wish);
        if (event.end() == End.EXPIRED) {
            Rejection.WISH_STILL_ON.unless(
                    wish.isLapsed(posting.today()), "the last day of wish %s is %s", wish.id(), wish.lastDay());
        }
        wall.put(wish.closed(new Closing(posting.id(), posting.by().written(), posting.atSeconds(), event.end())));
    }

    private static void needsWisherOrClerk(@Nullable VolunteerNo wisher, Posting posting, String otherwise) {
        if (wisher == null) {
            posting.needs(Role.CLERK);
        } else {
            posting.ownHandOr(Role.CLERK, wisher, otherwise);
        }
    }
}
