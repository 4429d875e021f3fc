package linli.ledger;

import linli.entry.Role;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;

/** The activities' desk. */
final class ActivityRules {
    private ActivityRules() {}

    static void opened(ActivityOpened event, Posting posting) {
        posting.needs(Role.CLERK);
        Rejection.UNKNOWN_CATEGORY.unless(
                posting.policy().category(event.category()).isPresent(),
                "the policy has no category %s",
                event.category());
        posting.put(new Activity(
                posting.id(),
                event.name(),
                event.place(),
                event.category(),
                event.firstDay(),
                event.lastDay(),
                event.inCharge(),
                event.usualMinutes(),
                null,
                null));
        posting.put(Table.OPEN_ACTIVITIES, posting.id().toLong(), new Table.Named(posting.id()));
    }

    static void closed(ActivityClosed event, Posting posting) {
        posting.needs(Role.CLERK);
        Activity activity = posting.activity(event.activity());
        Rejection.ACTIVITY_CLOSED.unless(activity.open(), "activity %s is closed already", activity.id());
        posting.put(activity.closed(posting.id(), event.stars()));
        posting.remove(Table.OPEN_ACTIVITIES, activity.id().toLong());
    }
}
