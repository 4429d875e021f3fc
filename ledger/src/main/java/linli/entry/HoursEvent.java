package linli.entry;

import java.time.LocalDate;
import java.util.List;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/** Records of hours: written down, looked at by a second person, shown in public, certified. */
public sealed interface HoursEvent extends Event {
    /** Longest service one record can claim: a summer of days. Longer is a typing error, whatever the policy. */
    int MAX_MINUTES = 100_000;
    /** Records that one act can name. */
    int MOST_RECORDS = 1_000;

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
     * @param corrects the record that was reversed and stands right in this one
     */
    record HoursRecorded(
            VolunteerNo volunteer,
            EntryId activity,
            LocalDate day,
            @Nullable Long startSeconds,
            @Nullable Long endSeconds,
            int minutes,
            @Nullable String note,
            @Nullable EntryId corrects)
            implements HoursEvent {
        public HoursRecorded {
            HoursEvent.minutes("minutes", minutes);
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
     * A second person finds records right: from here on their hours count, and their points are on public show.
     *
     * @param records of this log, each once
     * @param policy version under which their points are reckoned
     */
    record HoursApproved(List<EntryId> records, int policy) implements HoursEvent {
        public HoursApproved {
            records = many(records);
        }
    }

    /** A record is found wrong before it counted. */
    record HoursRejected(EntryId record, String reason) implements HoursEvent {
        public HoursRejected {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /** A record that counted is taken back, with its points. The right one is recorded anew. */
    record HoursReversed(EntryId record, String reason) implements HoursEvent {
        public HoursReversed {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /**
     * Somebody objects to a record while it is on public show (公示异议). Its points wait until that is settled: by {@link
     * DisputeDismissed}, or by {@link HoursReversed} where the objection is right.
     */
    record HoursDisputed(EntryId record, String reason) implements HoursEvent {
        public HoursDisputed {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /** An objection was looked into and is not right. */
    record DisputeDismissed(EntryId record, String reason) implements HoursEvent {
        public DisputeDismissed {
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /**
     * Records have been on public show for as long as the policy asked (公示期满): their points are the volunteers' from here on.
     *
     * @param records of this log, each once
     */
    record PublicityEnded(List<EntryId> records) implements HoursEvent {
        public PublicityEnded {
            records = many(records);
        }
    }

    /**
     * A certificate of volunteer service (志愿服务记录证明) is handed out. Its number is this entry's id; who writes the entry hands
     * it out.
     *
     * @param volunteer whose hours
     * @param holder commits to the name on the paper, with a salt that stands on the paper too
     * @param firstDay first day that it is about
     * @param lastDay last day
     * @param clockMinutes approved hours of these days, proven by a clock
     * @param backfilledMinutes approved hours of these days, written down by staff
     * @param content what was done, in words
     */
    record CertificateIssued(
            VolunteerNo volunteer,
            Hash holder,
            LocalDate firstDay,
            LocalDate lastDay,
            long clockMinutes,
            long backfilledMinutes,
            String content)
            implements HoursEvent {
        public CertificateIssued {
            Malformed.OUT_OF_RANGE.unless(!lastDay.isBefore(firstDay), "lastDay is before firstDay");
            Malformed.OUT_OF_RANGE.unless(
                    clockMinutes >= 0 && backfilledMinutes >= 0 && clockMinutes + backfilledMinutes > 0,
                    "a certificate is about some time");
            Texts.bounded("content", content, Texts.NOTE_CHARS);
        }
    }

    /** What the national volunteer system said to one record. */
    record NationalAnswer(EntryId record, boolean accepted, String word) {
        public NationalAnswer {
            Texts.name("word", word);
        }
    }

    /**
     * The national volunteer system has answered: it took records in, under numbers of its own, or refused them.
     *
     * @param answers to records of this log, each once; the word of each is its number there, or why it was refused
     */
    record NationalAnswered(List<NationalAnswer> answers) implements HoursEvent {
        /** Answers one entry can carry, each with a word of full length. */
        public static final int MOST = 40;

        public NationalAnswered {
            Malformed.OUT_OF_RANGE.unless(
                    !answers.isEmpty() && answers.size() <= MOST, "%s answers; 1 to %s", answers.size(), MOST);
            Malformed.OUT_OF_RANGE.unless(
                    answers.size()
                            == answers.stream()
                                    .map(NationalAnswer::record)
                                    .distinct()
                                    .count(),
                    "a record is answered twice");
            answers = List.copyOf(answers);
        }
    }

    private static List<EntryId> many(List<EntryId> records) {
        Malformed.OUT_OF_RANGE.unless(
                !records.isEmpty() && records.size() <= MOST_RECORDS,
                "%s records; 1 to %s",
                records.size(),
                MOST_RECORDS);
        Malformed.OUT_OF_RANGE.unless(
                records.size() == records.stream().distinct().count(), "a record is named twice");
        return List.copyOf(records);
    }

    static void minutes(String field, int minutes) {
        Malformed.OUT_OF_RANGE.unless(
                minutes >= 0 && minutes <= MAX_MINUTES, "%s is %s; 0 to %s", field, minutes, MAX_MINUTES);
    }
}
