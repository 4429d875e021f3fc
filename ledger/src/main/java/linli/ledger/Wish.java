package linli.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A wish as it stands, or what else has the same life: an order, a repair, a call for help, a suggestion.
 *
 * @param id the WishPosted entry
 * @param kind what is asked for
 * @param wisher the volunteer who asks; absent where a clerk asks for a resident
 * @param title for the wall
 * @param details names the envelope with what only those concerned may read
 * @param points for it, as agreed when it was posted
 * @param rewards who gets them, as the policy said then
 * @param lastDay after which it lapses
 * @param postedAtSeconds when, epoch seconds
 * @param respondBySeconds until when somebody should have taken notice of it
 * @param respondedAtSeconds when somebody first did; absent before
 * @param state where it stands
 * @param dispatch whom it was given to, if anybody
 * @param claim the volunteer who has taken it on, if any
 * @param fulfilment who said that it is done
 * @param confirmation how whoever asked agreed
 * @param closing how it ended otherwise
 */
public record Wish(
        EntryId id,
        WishEvent.Kind kind,
        @Nullable VolunteerNo wisher,
        String title,
        @Nullable Hash details,
        long points,
        WishPolicy.Reward rewards,
        LocalDate lastDay,
        long postedAtSeconds,
        long respondBySeconds,
        @Nullable Long respondedAtSeconds,
        State state,
        @Nullable Dispatch dispatch,
        @Nullable Claim claim,
        @Nullable Fulfilment fulfilment,
        @Nullable Confirmation confirmation,
        @Nullable Closing closing) {

    /** What can be done with a wish, and where it stands afterwards. */
    public enum Act {
        ACCEPT(State.OPEN),
        DISPATCH(State.DISPATCHED),
        CLAIM(State.CLAIMED),
        RELEASE(State.OPEN),
        FULFIL(State.FULFILLED),
        CONFIRM(State.CONFIRMED),
        CLOSE(State.CLOSED);

        private final State after;

        Act(State after) {
            this.after = after;
        }

        /** Where the wish stands afterwards. */
        public State after() {
            return after;
        }
    }

    /** Where a wish stands. */
    public enum State {
        /** A volunteer asks; a clerk has not accepted it yet. */
        PROPOSED,
        /** On the wall, for anybody to take on. */
        OPEN,
        /** Given to a team or to staff. */
        DISPATCHED,
        /** One volunteer has taken it on. */
        CLAIMED,
        /** Said to be done; whoever asked has not agreed yet. */
        FULFILLED,
        /** Whoever asked agrees. */
        CONFIRMED,
        /** Ended otherwise. */
        CLOSED;

        /** What follows what: everything that can be done with a wish in this state. */
        public Set<Act> acts() {
            return switch (this) {
                case PROPOSED -> EnumSet.of(Act.ACCEPT, Act.CLOSE);
                case OPEN -> EnumSet.of(Act.DISPATCH, Act.CLAIM, Act.FULFIL, Act.CLOSE);
                case DISPATCHED -> EnumSet.of(Act.DISPATCH, Act.CLAIM, Act.RELEASE, Act.FULFIL, Act.CLOSE);
                case CLAIMED -> EnumSet.of(Act.RELEASE, Act.FULFIL, Act.CLOSE);
                case FULFILLED -> EnumSet.of(Act.RELEASE, Act.CONFIRM);
                case CONFIRMED, CLOSED -> EnumSet.noneOf(Act.class);
            };
        }

        /** Whether it is neither confirmed nor closed. */
        public boolean goesOn() {
            return !acts().isEmpty();
        }
    }

    /**
     * Whom it was given to: a team, or a member of staff.
     *
     * @param dueDay by which it should be done
     */
    public record Dispatch(
            EntryId entry, @Nullable EntryId team, @Nullable String staff, LocalDate dueDay) {}

    /**
     * Who has taken it on.
     *
     * @param request the other branch's request that was granted by it, if it was
     */
    public record Claim(
            EntryId entry, VolunteerNo volunteer, @Nullable EntryId request) {}

    /** Who said when that it is done; {@code by} as {@link linli.entry.Actor#written}. */
    public record Fulfilment(EntryId entry, String by, long atSeconds) {}

    /**
     * How whoever asked agreed.
     *
     * @param policy version in force, under which the points were granted
     * @param rewarded who got the points; absent where nobody did
     */
    public record Confirmation(
            EntryId entry,
            String by,
            long atSeconds,
            int stars,
            int policy,
            @Nullable VolunteerNo rewarded) {}

    /** How it ended unconfirmed. */
    public record Closing(EntryId entry, String by, long atSeconds, WishEvent.End end) {}

    /** What can be done with it as it stands. Nobody takes on what was given to a member of staff. */
    public Set<Act> acts() {
        Set<Act> acts = state.acts();
        if (dispatch != null && dispatch.staff() != null) {
            acts.remove(Act.CLAIM);
        }
        return acts;
    }

    /** Whether a volunteer asked for it or has taken it on. */
    public boolean isOf(VolunteerNo volunteer) {
        return volunteer.equals(wisher) || (claim != null && volunteer.equals(claim.volunteer()));
    }

    /** Whether everybody may know of it: somebody has accepted it, and it did not end otherwise. */
    public boolean isPublic() {
        return state != State.PROPOSED && state != State.CLOSED;
    }

    /** The day by which it should be done. */
    public LocalDate finishBy() {
        return dispatch == null ? lastDay : dispatch.dueDay();
    }

    /** Whether nobody took notice of it in time, be it that somebody did later. */
    public boolean isRespondedLate(long nowSeconds) {
        return Objects.requireNonNullElse(respondedAtSeconds, nowSeconds) > respondBySeconds;
    }

    /** Whether it should be done by now, and nobody says that it is. */
    public boolean isOverdue(LocalDate today) {
        return acts().contains(Act.CLOSE) && today.isAfter(finishBy());
    }

    /** Whether it ends by itself: its last day has passed, and nobody says that it is done. */
    public boolean isLapsed(LocalDate today) {
        return acts().contains(Act.CLOSE) && today.isAfter(lastDay);
    }

    /**
     * Whether a volunteer has it in hand: who has taken it on, or, where nobody has, anybody of the team it was given to.
     *
     * @param theirTeams whether the volunteer is of a team
     */
    public boolean isInHandsOf(VolunteerNo volunteer, Predicate<EntryId> theirTeams) {
        return claim != null
                ? claim.volunteer().equals(volunteer)
                : dispatch != null && dispatch.team() != null && theirTeams.test(dispatch.team());
    }

    /** Whether it was given to this member of staff. */
    public boolean isInHandsOf(String staff) {
        return dispatch != null && staff.equals(dispatch.staff());
    }

    /** Who is rewarded when it is confirmed; null where nobody is. */
    @Nullable
    VolunteerNo rewarded() {
        return switch (rewards) {
            case ASKER -> wisher;
            case HELPER -> claim == null ? null : claim.volunteer();
        };
    }

    static Wish posted(EntryId id, WishEvent.WishPosted event, State state, WishPolicy policy, long atSeconds) {
        return new Wish(
                id,
                event.kind(),
                event.wisher(),
                event.title(),
                event.details(),
                event.points(),
                policy.rewards(),
                event.lastDay(),
                atSeconds,
                atSeconds + policy.respondWithinSeconds(),
                null,
                state,
                null,
                null,
                null,
                null,
                null);
    }

    Wish accepted(long atSeconds) {
        return after(Act.ACCEPT, atSeconds, null, null, null, null, null);
    }

    Wish dispatched(Dispatch to, long atSeconds) {
        return after(Act.DISPATCH, atSeconds, to, null, null, null, null);
    }

    Wish claimed(Claim by, long atSeconds) {
        return after(Act.CLAIM, atSeconds, dispatch, by, null, null, null);
    }

    Wish released(long atSeconds) {
        return after(Act.RELEASE, atSeconds, null, null, null, null, null);
    }

    Wish fulfilled(Fulfilment said) {
        return after(Act.FULFIL, said.atSeconds(), dispatch, claim, said, null, null);
    }

    Wish confirmed(Confirmation agreed) {
        return after(Act.CONFIRM, agreed.atSeconds(), dispatch, claim, fulfilment, agreed, null);
    }

    Wish closed(Closing ended) {
        return after(Act.CLOSE, ended.atSeconds(), dispatch, claim, null, null, ended);
    }

    /** Whatever is done first with a wish is the notice that somebody took of it. */
    private Wish after(
            Act act,
            long atSeconds,
            @Nullable Dispatch to,
            @Nullable Claim by,
            @Nullable Fulfilment said,
            @Nullable Confirmation agreed,
            @Nullable Closing ended) {
        return new Wish(
                id,
                kind,
                wisher,
                title,
                details,
                points,
                rewards,
                lastDay,
                postedAtSeconds,
                respondBySeconds,
                Objects.requireNonNullElse(respondedAtSeconds, atSeconds),
                act.after(),
                to,
                by,
                said,
                agreed,
                ended);
    }
}
