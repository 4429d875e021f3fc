package linli.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.EventTypes;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.HoursApproved;
import linli.entry.VolunteeringEvent.HoursRecorded;
import linli.entry.VolunteeringEvent.HoursRejected;
import linli.entry.VolunteeringEvent.HoursReversed;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;

/**
 * Every rule, by event: one pure function from an entry and the accounts before it to the accounts after it, or to a refusal.
 *
 * <p>A local event that is refused is never written. A foreign one stands in its author's log already; it is kept, changes
 * nothing and becomes a {@link Finding}. So every node that holds the same logs has the same accounts.
 */
final class Rules {
    private static final Map<Class<? extends Event>, BiConsumer<? extends Event, Posting>> BY_EVENT = new HashMap<>();

    static {
        on(CountyFounded.class, CountyRules::founded);
        on(PolicyAdopted.class, CountyRules::policyAdopted);
        on(BranchEnrolled.class, CountyRules::branchEnrolled);
        on(StaffAppointed.class, OfficeRules::appointed);
        on(StaffDismissed.class, OfficeRules::dismissed);
        on(VolunteerEnrolled.class, AttendanceRules::enrolled);
        on(ActivityOpened.class, ActivityRules::opened);
        on(ActivityClosed.class, ActivityRules::closed);
        on(CheckedIn.class, AttendanceRules::checkedIn);
        on(CheckedOut.class, AttendanceRules::checkedOut);
        on(HoursRecorded.class, HoursRules::recorded);
        on(HoursApproved.class, HoursRules::approved);
        on(HoursRejected.class, HoursRules::rejected);
        on(HoursReversed.class, HoursRules::reversed);
        on(PointsAdjusted.class, PointsRules::adjusted);
    }

    private Rules() {}

    private static <E extends Event> void on(Class<E> event, BiConsumer<E, Posting> rule) {
        BY_EVENT.put(event, rule);
    }

    /** The events that this version carries out. */
    static Set<Class<? extends Event>> inService() {
        return BY_EVENT.keySet();
    }

    /**
     * Posts one entry.
     *
     * @return empty when the changes are in {@code accounts}; the refusal when nothing is
     */
    static Optional<Outcome.Refused> post(EntryId id, Entry entry, Changes accounts) {
        Posting posting = new Posting(id, entry, accounts);
        try {
            Rejection.REQUEST_REUSED.unless(
                    posting.get(Table.REQUESTS, entry.request().high()) == null, "the request id was used before");
            apply(entry.event(), posting);
            posting.put(Table.REQUESTS, entry.request().high(), new Table.Request(id));
            posting.put(Table.LAST_ENTRIES, id.branch(), new Table.LastEntry(entry.atSeconds()));
            accounts.addAll(posting.changes());
            return Optional.empty();
        } catch (Rejection.RefusedException e) {
            return Optional.of(e.refusal());
        }
    }

    private static void checkPlace(Event event, Posting posting) {
        Table.LastEntry last = posting.get(Table.LAST_ENTRIES, posting.branch());
        Rejection.TIME_RUNS_BACKWARDS.unless(
                last == null || posting.atSeconds() >= last.atSeconds(), "earlier than the entry ahead of it");
        boolean founding = event instanceof CountyFounded;
        Rejection.NOT_FOUNDED.unless(
                founding || posting.get(Table.BRANCHES, posting.branch()) != null,
                "the log does not begin with its founding");
    }

    @SuppressWarnings("unchecked") // on() keeps the event and its rule together.
    private static <E extends Event> void apply(E event, Posting posting) {
        BiConsumer<E, Posting> rule = (BiConsumer<E, Posting>) BY_EVENT.get(event.getClass());
        if (rule == null) {
            throw Rejection.NOT_IN_SERVICE.because("%s is not carried out by this version", EventTypes.nameOf(event));
        }
        checkPlace(event, posting);
        rule.accept(event, posting);
    }
}
