package linli.entry;

import java.time.LocalDate;
import java.util.List;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/** Enrolment, activities, and hours from the moment they are served until they count. */
public sealed interface VolunteeringEvent extends Event {
    /** Longest service one record can claim: a summer of days. Longer is a typing error, whatever the policy. */
    int MAX_MINUTES = 100_000;
    /** Records one approval can name. */
    int MAX_APPROVED = 1_000;

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
     */
    record ActivityOpened(
            String name,
            String place,
            String category,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String inCharge)
            implements VolunteeringEvent {
        public ActivityOpened {
            Texts.name("name", name);
            Texts.name("place", place);
            Texts.name("category", category);
            Texts.note("inCharge", inCharge);
            Malformed.OUT_OF_RANGE.unless(
                    firstDay == null || lastDay == null || !lastDay.isBefore(firstDay), "lastDay is before firstDay");
        }
    }

    /** No more hours are served in it. Hours already served can still be recorded. */
    record ActivityClosed(EntryId activity) implements VolunteeringEvent {}

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
     * Hours written down afterwards by staff: the other class of evidence, which a second person must approve.
     *
     * @param volunteer who served
     * @param activity in what
     * @param day on which it began
     * @param startSeconds when it began, epoch seconds, if known; then endSeconds is known too
     * @param endSeconds when it ended
     * @param minutes the time to count
     * @param note for people
     */
    record HoursRecorded(
            VolunteerNo volunteer,
            EntryId activity,
            LocalDate day,
            @Nullable Long startSeconds,
            @Nullable Long endSeconds,
            int minutes,
            @Nullable String note)
            implements VolunteeringEvent {
        public HoursRecorded {
            Malformed.OUT_OF_RANGE.unless(
                    minutes >= 0 && minutes <= MAX_MINUTES, "%s minutes; a record has 0 to %s", minutes, MAX_MINUTES);
            Malformed.OUT_OF_RANGE.unless(
                    (startSeconds == null) == (endSeconds == null),
                    "startSeconds and endSeconds stand together or not at all");
            if (startSeconds != null && endSeconds != null) {
                Entry.time("startSeconds", startSeconds);
                Entry.time("endSeconds", endSeconds);
                Malformed.OUT_OF_RANGE.unless(endSeconds >= startSeconds, "endSeconds is before startSeconds");
            }
            Texts.note("note", note);
        }
    }

    /**
     * A second person finds records right; from here on they count.
     *
     * @param records of this log, each once
     * @param policy version under which their points are reckoned
     */
    record HoursApproved(List<EntryId> records, int policy) implements VolunteeringEvent {
        public HoursApproved {
            Malformed.OUT_OF_RANGE.unless(
                    !records.isEmpty() && records.size() <= MAX_APPROVED,
                    "%s records; 1 to %s",
                    records.size(),
                    MAX_APPROVED);
            Malformed.OUT_OF_RANGE.unless(
                    records.size() == records.stream().distinct().count(), "a record is named twice");
            records = List.copyOf(records);
        }
    }

    /** A record is found wrong before it counted. */
    record HoursRejected(EntryId record, String reason) implements VolunteeringEvent {
        public HoursRejected {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /** A record that counted is taken back, with its points. The right one is recorded anew. */
    record HoursReversed(EntryId record, String reason) implements VolunteeringEvent {
        public HoursReversed {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }
}
