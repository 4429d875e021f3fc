package linli.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Micro-wishes (微心愿) and everything with the same life: service orders, repairs, help, suggestions. */
public sealed interface WishEvent extends Event {

    /** What is asked for. */
    enum Kind {
        WISH,
        ORDER,
        REPAIR,
        HELP,
        SUGGESTION
    }

    /**
     * Something is asked for.
     *
     * @param kind which life cycle and deadline
     * @param wisher the volunteer who asks, or absent where a clerk asks for a resident
     * @param title for the wall; no personal data
     * @param points for fulfilling it
     * @param lastDay when it lapses
     */
    record WishPosted(Kind kind, @Nullable VolunteerNo wisher, String title, long points, LocalDate lastDay)
            implements WishEvent {
        public WishPosted {
            Texts.name("title", title);
            PointsEvent.notNegative(points);
        }
    }

    /** One volunteer takes it on. */
    record WishClaimed(EntryId wish, VolunteerNo volunteer) implements WishEvent {}

    /** The claim is given up; others may take it. */
    record WishReleased(EntryId wish, String reason) implements WishEvent {
        public WishReleased {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /** The volunteer says it is done. */
    record WishFulfilled(EntryId wish, String note) implements WishEvent {
        public WishFulfilled {
            Texts.bounded("note", note, Texts.NOTE_CHARS);
        }
    }

    /**
     * Whoever asked agrees, and rates it.
     *
     * @param wish which
     * @param stars 1 to 5
     * @param policy version under which the points are granted
     */
    record WishConfirmed(EntryId wish, int stars, int policy) implements WishEvent {
        public WishConfirmed {
            Malformed.OUT_OF_RANGE.unless(stars >= 1 && stars <= 5, "%s stars; 1 to 5", stars);
        }
    }

    /** It ends unfulfilled: withdrawn, lapsed, refused. */
    record WishClosed(EntryId wish, String reason) implements WishEvent {
        public WishClosed {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }
}
