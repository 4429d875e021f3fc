package linli.ledger;

import java.util.ArrayList;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.entry.WishEvent.WishClaimed;
import linli.ledger.Wish.Act;
import linli.ledger.Wish.Claim;
import linli.ledger.Wish.Dispatch;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a wish on: a volunteer who is here, or one of another branch who asks.
 *
 * <p>The asking stands in the other branch's log, the answer in that of the wish's branch, and each is judged by its own branch's
 * rows. So it does not matter which log comes first, and an answer to what was taken back meanwhile counts: the claim then waits
 * for a clerk to release it.
 */
final class ClaimRules {
    /** Volunteers of one branch who can ask for one wish at a time. */
    static final int MOST_REQUESTS = 20;

    private ClaimRules() {}

    static void claimed(WishClaimed event, Posting posting) {
        EntryId request = event.request();
        if (request == null) {
            posting.ownHandOr(Role.CLERK, event.volunteer(), "volunteers take on wishes for themselves");
        } else {
            posting.needs(Role.CLERK);
        }
        posting.put(posting.volunteer(event.volunteer()));
        WishWall wall = WishWall.of(posting);
        Wish wish = wall.own(event.wish());
        WishWall.require(Act.CLAIM, wish);
        wall.requireOn(wish);
        WishWall.requireOthers(event.volunteer(), wish);
        if (request != null) {
            requireAsked(request, wish.id(), event.volunteer(), posting);
            answer(request, true, posting);
        }
        requireOfTeam(event.volunteer(), wish.dispatch(), posting);
        wall.put(wish.claimed(new Claim(posting.id(), event.volunteer(), request), posting.atSeconds()));
    }

    private static void requireOfTeam(VolunteerNo volunteer, @Nullable Dispatch dispatch, Posting posting) {
        if (dispatch != null && dispatch.team() != null) {
            TeamRules.member(volunteer, dispatch.team(), posting);
        }
    }

    static void declined(WishClaimDeclined event, Posting posting) {
        posting.needs(Role.CLERK);
        Wish wish = WishWall.of(posting).own(event.wish());
        requireAsked(event.request(), wish.id(), null, posting);
        answer(event.request(), false, posting);
    }

    /**
     * Who decides has the request at hand; who reads takes the branch's word that it had.
     *
     * @param volunteer who must have asked; null where it does not matter who did
     */
    private static void requireAsked(EntryId id, EntryId wish, @Nullable VolunteerNo volunteer, Posting posting) {
        Rejection.UNKNOWN_CLAIM_REQUEST.unless(id.branch() != posting.branch(), "request %s is of this branch", id);
        if (posting.isDeciding()) {
            ClaimRequest request = posting.get(Table.CLAIM_REQUESTS, id.toLong());
            if (request == null || !isAbout(request, wish, volunteer)) {
                throw Rejection.UNKNOWN_CLAIM_REQUEST.because("no such request %s for wish %s is known here", id, wish);
            }
            Rejection.CLAIM_REQUEST_WITHDRAWN.unless(request.withdrawal() == null, "request %s was taken back", id);
        }
    }

    private static boolean isAbout(ClaimRequest request, EntryId wish, @Nullable VolunteerNo volunteer) {
        return request.wish().equals(wish)
                && (volunteer == null || request.volunteer().equals(volunteer));
    }

    private static void answer(EntryId request, boolean granted, Posting posting) {
        long key = RowKeys.ofClaimAnswer(posting.changes(), posting.branch(), request);
        ClaimAnswer before = posting.get(Table.CLAIM_ANSWERS, key);
        if (before != null) {
            throw Rejection.CLAIM_REQUEST_ANSWERED.because(
                    "request %s was answered before, with %s", request, before.entry());
        }
        posting.put(Table.CLAIM_ANSWERS, key, new ClaimAnswer(request, posting.id(), granted));
    }

    static void requested(WishClaimRequested event, Posting posting) {
        ownHandOrClerk(event.volunteer(), posting);
        posting.openBranch(event.wish().branch());
        posting.volunteer(event.volunteer());
        Rejection.UNKNOWN_WISH.unless(
                event.wish().branch() != posting.branch(), "wish %s is taken on here, without asking", event.wish());
        if (posting.isDeciding()) {
            requireClaimable(event, posting);
        }
        put(new ClaimRequest(posting.id(), event.wish(), event.volunteer(), posting.atSeconds(), null), posting);
        askFor(event, posting);
    }

    /** What is known here of the other branch's wish may speak against asking for it. */
    private static void requireClaimable(WishClaimRequested event, Posting posting) {
        Wish wish = posting.get(Table.WISHES, event.wish().toLong());
        if (wish == null) {
            throw Rejection.UNKNOWN_WISH.because("no wish with the id %s is known here yet", event.wish());
        }
        WishWall.require(Act.CLAIM, wish);
        WishWall.of(posting).requireOn(wish);
        WishWall.requireOthers(event.volunteer(), wish);
    }

    private static void askFor(WishClaimRequested event, Posting posting) {
        List<EntryId> requests = new ArrayList<>(askedFor(event.wish(), posting));
        boolean free = requests.size() < MOST_REQUESTS
                && requests.stream()
                        .noneMatch(id -> request(id, posting).volunteer().equals(event.volunteer()));
        Rejection.ALREADY_REQUESTED.unless(
                free, "%s, or many others of this branch, ask for wish %s already", event.volunteer(), event.wish());
        requests.add(posting.id());
        putAskedFor(event.wish(), requests, posting);
    }

    static void withdrawn(WishClaimWithdrawn event, Posting posting) {
        ClaimRequest request = request(event.request(), posting);
        ownHandOrClerk(request.volunteer(), posting);
        Rejection.CLAIM_REQUEST_WITHDRAWN.unless(
                request.withdrawal() == null, "request %s was taken back before", request.id());
        put(request.withdrawn(posting.id()), posting);
        List<EntryId> left = new ArrayList<>(askedFor(request.wish(), posting));
        left.remove(request.id());
        putAskedFor(request.wish(), left, posting);
    }

    /** A request of this branch. */
    private static ClaimRequest request(EntryId id, Posting posting) {
        ClaimRequest request = id.branch() == posting.branch() ? posting.get(Table.CLAIM_REQUESTS, id.toLong()) : null;
        if (request == null) {
            throw Rejection.UNKNOWN_CLAIM_REQUEST.because("nobody here asked with the id %s", id);
        }
        return request;
    }

    private static List<EntryId> askedFor(EntryId wish, Posting posting) {
        Table.AskedFor asked = posting.get(Table.ASKED_FOR, askedForKey(wish, posting));
        return asked == null ? List.of() : asked.requests();
    }

    private static void putAskedFor(EntryId wish, List<EntryId> requests, Posting posting) {
        posting.put(Table.ASKED_FOR, askedForKey(wish, posting), new Table.AskedFor(wish, requests));
    }

    private static long askedForKey(EntryId wish, Posting posting) {
        return RowKeys.ofAskedFor(posting.changes(), posting.branch(), wish);
    }

    private static void put(ClaimRequest request, Posting posting) {
        posting.put(Table.CLAIM_REQUESTS, request.id().toLong(), request);
    }

    private static void ownHandOrClerk(VolunteerNo volunteer, Posting posting) {
        posting.ownHandOr(Role.CLERK, volunteer, "volunteers ask for themselves");
    }
}
