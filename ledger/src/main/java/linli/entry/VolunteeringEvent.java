package linli.entry;

import java.time.LocalDate;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/** Enrolment, activities, and who comes and goes; what is made of it is in {@link HoursEvent}. */
public sealed interface VolunteeringEvent extends Event {

    /**
     * A volunteer is enrolled, with their consent. The number is this entry's id.
     *
     * @param commitment salted hash of the personal data, which stays outside the log
     * @param consentDay the day they agreed
     */
    record VolunteerEnrolled(Hash commitment, LocalDate consentDay) implements VolunteeringEvent {}

    /**
     * An activity that people can serve in.
     *
     * @param name for people
     * @param place where
     * @param category code of a category of the policy
     * @param firstDay when it begins, if that is known
     * @param lastDay when it ends, if that is known
     * @param inCharge the person in charge, if named
     * @param usualMinutes how long one serves in it as a rule: what a check-out counts that somebody forgot. Without it the
     *     policy says
     */
    record ActivityOpened(
            String name,
            String place,
            String category,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String inCharge,
            @Nullable Integer usualMinutes)
            implements VolunteeringEvent {
        public ActivityOpened {
            Texts.name("name", name);
            Texts.name("place", place);
            Texts.name("category", category);
            Texts.note("inCharge", inCharge);
            Malformed.OUT_OF_RANGE.unless(
                    firstDay == null || lastDay == null || !lastDay.isBefore(firstDay), "lastDay is before firstDay");
            if (usualMinutes != null) {
                HoursEvent.minutes("usualMinutes", usualMinutes);
            }
        }
    }

    /**
     * It is over, and what was served in it is written down: no more hours are served in it, though some may be recorded yet.
     *
     * @param activity which
     * @param stars how good it was, 1 to 5, if somebody said
     * @param evaluation the same in words
     */
    record ActivityClosed(
            EntryId activity,
            @Nullable Integer stars,
            @Nullable String evaluation) implements VolunteeringEvent {
        public ActivityClosed {
            if (stars != null) {
                WishEvent.stars(stars);
            }
            Texts.note("evaluation", evaluation);
        }
    }

    /** A volunteer begins to serve, by the node's clock. */
    record CheckedIn(VolunteerNo volunteer, EntryId activity) implements VolunteeringEvent {}

    /**
     * A volunteer stops. From the two clock times comes a record of hours, whose id is this entry.
     *
     * @param volunteer who
     * @param checkIn their CheckedIn entry
     */
    record CheckedOut(VolunteerNo volunteer, EntryId checkIn) implements VolunteeringEvent {}

    /**
     * Nobody ended a visit in its time. It is ended now, and what it counts is a guess that a second person must look at.
     *
     * @param volunteer who
     * @param checkIn their CheckedIn entry
     */
    record CheckOutMissed(VolunteerNo volunteer, EntryId checkIn) implements VolunteeringEvent {}

    /**
     * A volunteer's PIN is set, by themselves or by staff for them. From then on whoever knows it acts by the volunteer's hand; the PIN
     * itself stays outside the log.
     *
     * @param volunteer whose, enrolled here
     */
    record PinSet(VolunteerNo volunteer) implements VolunteeringEvent {}
}
