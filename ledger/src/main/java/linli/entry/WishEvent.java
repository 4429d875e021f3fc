package linli.entry;

import java.time.LocalDate;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Micro-wishes (微心愿) and everything with the same life: service orders, repairs, help, suggestions. A wish belongs to the branch
 * where it was posted; whoever is of another branch asks that branch.
 */
public sealed interface WishEvent extends Event {

    /** What is asked for. */
    enum Kind {
        /** Something small that makes somebody happy (微心愿). */
        WISH,
        /** A service that residents order (订单). */
        ORDER,
        /** Something is broken (报修). */
        REPAIR,
        /** Somebody needs a hand (求助). */
        HELP,
        /** Something could be better (金点子). */
        SUGGESTION
    }

    /** How a wish ends that is not confirmed. */
    enum End {
        /** Whoever asked no longer wants it. */
        WITHDRAWN,
        /** The community cannot or will not do it. */
        REFUSED,
        /** Its last day has passed. */
        EXPIRED
    }

    /**
     * Something is asked for. A clerk's word puts it on the wall at once; what a volunteer posts waits for {@link WishAccepted}.
     *
     * @param kind which deadlines and which reward
     * @param wisher the volunteer who asks, or absent where a clerk asks for a resident
     * @param title for the wall; no personal data
     * @param details commits to what only those concerned may read, such as an address; kept outside the log
     * @param points for it: what the policy says, or what a clerk finds right within the policy's bounds
     * @param lastDay after which it lapses
     */
    record WishPosted(
            Kind kind,
            @Nullable VolunteerNo wisher,
            String title,
            @Nullable Hash details,
            long points,
            LocalDate lastDay)
            implements WishEvent {
        public WishPosted {
            Texts.name("title", title);
            PointsEvent.notNegative(points);
        }
    }

    /** A clerk puts it on the wall; a suggestion is taken up. */
    record WishAccepted(EntryId wish) implements WishEvent {}

    /**
     * It is given to a team or a member of staff to be done (派单).
     *
     * @param wish which
     * @param team the team, or absent
     * @param staff handle of the member of staff, or absent; one of the two is named
     * @param dueDay the day by which it should be done
     */
    record WishDispatched(
            EntryId wish, @Nullable EntryId team, @Nullable String staff, LocalDate dueDay) implements WishEvent {
        public WishDispatched {
            Malformed.OUT_OF_RANGE.unless((team == null) != (staff == null), "either team or staff is named");
            staff = staff == null ? null : new Actor.Staff(staff).handle();
        }
    }

    /** A volunteer of another branch would take it on. Written there; the wish's own branch decides. */
    record WishClaimRequested(EntryId wish, VolunteerNo volunteer) implements WishEvent {}

    /** The asking is taken back. */
    record WishClaimWithdrawn(EntryId request, String reason) implements WishEvent {
        public WishClaimWithdrawn {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /**
     * One volunteer takes it on.
     *
     * @param wish which
     * @param volunteer who
     * @param request the other branch's WishClaimRequested that is granted by this
     */
    record WishClaimed(
            EntryId wish, VolunteerNo volunteer, @Nullable EntryId request) implements WishEvent {}

    /** A request from another branch is not granted. */
    record WishClaimDeclined(EntryId wish, EntryId request, String reason) implements WishEvent {
        public WishClaimDeclined {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /** The claim is given up, or what was said to be done is not: others may take it. */
    record WishReleased(EntryId wish, String reason) implements WishEvent {
        public WishReleased {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /**
     * Whoever has it says that it is done.
     *
     * @param wish which
     * @param note how, for people; old hands at a kiosk need not write one
     */
    record WishFulfilled(EntryId wish, @Nullable String note) implements WishEvent {
        public WishFulfilled {
            Texts.note("note", note);
        }
    }

    /**
     * Whoever asked agrees, and rates it.
     *
     * @param wish which
     * @param stars 1 to 5
     * @param policy version in force, under which the points are granted
     */
    record WishConfirmed(EntryId wish, int stars, int policy) implements WishEvent {
        public WishConfirmed {
            WishEvent.stars(stars);
        }
    }

    /** It ends unfulfilled. */
    record WishClosed(EntryId wish, End end, String reason) implements WishEvent {
        public WishClosed {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    static void stars(int stars) {
        Malformed.OUT_OF_RANGE.unless(stars >= 1 && stars <= 5, "%s stars; 1 to 5", stars);
    }
}
