package linli.sim;

import java.util.ArrayList;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/** What the people at a node remember of what they did; the node may remember less. */
final class Notebook {
    /** A visit that nobody has ended. */
    record Visit(VolunteerNo volunteer, EntryId checkIn) {}

    final List<VolunteerNo> volunteers = new ArrayList<>();
    final List<EntryId> activities = new ArrayList<>();
    final List<EntryId> pending = new ArrayList<>();
    final List<EntryId> approved = new ArrayList<>();
    final List<Visit> visits = new ArrayList<>();
    boolean staffed;

    void copy(Notebook other) {
        volunteers.addAll(other.volunteers);
        activities.addAll(other.activities);
        pending.addAll(other.pending);
        approved.addAll(other.approved);
        visits.addAll(other.visits);
        staffed = other.staffed;
    }
}
