package linli.ledger;

import linli.entry.EntryId;
import linli.entry.TeamEvent;
import org.jspecify.annotations.Nullable;

/**
 * A team as it stands.
 *
 * @param id the TeamFormed entry
 * @param kind of team
 * @param name for people
 * @param members how many
 * @param dissolution by which entry it was dissolved; absent while it stands
 */
public record Team(
        EntryId id,
        TeamEvent.Kind kind,
        String name,
        int members,
        @Nullable EntryId dissolution) {

    static Team formed(EntryId id, TeamEvent.TeamFormed event) {
        return new Team(id, event.kind(), event.name(), 0, null);
    }

    /** Whether it has not been dissolved. */
    public boolean stands() {
        return dissolution == null;
    }

    Team plus(int joining) {
        return new Team(id, kind, name, members + joining, dissolution);
    }

    Team dissolved(EntryId by) {
        return new Team(id, kind, name, members, by);
    }
}
