package linli.sim;

import java.util.ArrayList;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Visit;

/** What the people at a node remember of what they did, the newest of each; the node may remember less. */
final class Notebook {
    private static final int MOST = 60;

    final List<VolunteerNo> volunteers = new ArrayList<>();
    final List<EntryId> activities = new ArrayList<>();
    final List<EntryId> pending = new ArrayList<>();
    final List<EntryId> approved = new ArrayList<>();
    final List<EntryId> disputed = new ArrayList<>();
    /** Rejected and reversed: what somebody may record anew. */
    final List<EntryId> struck = new ArrayList<>();

    final List<Visit> visits = new ArrayList<>();
    final List<EntryId> teams = new ArrayList<>();
    final List<EntryId> wishes = new ArrayList<>();
    /** What was asked of other branches. */
    final List<EntryId> requests = new ArrayList<>();

    final List<EntryId> items = new ArrayList<>();
    final List<EntryId> redemptions = new ArrayList<>();

    /** Writes one more line; the oldest is forgotten where there are too many. */
    static <T> void note(List<T> lines, T line) {
        lines.add(line);
        if (lines.size() > MOST) {
            lines.remove(0);
        }
    }

    void copy(Notebook other) {
        volunteers.addAll(other.volunteers);
        activities.addAll(other.activities);
        pending.addAll(other.pending);
        approved.addAll(other.approved);
        disputed.addAll(other.disputed);
        struck.addAll(other.struck);
        visits.addAll(other.visits);
        teams.addAll(other.teams);
        wishes.addAll(other.wishes);
        requests.addAll(other.requests);
        items.addAll(other.items);
        redemptions.addAll(other.redemptions);
    }
}
