package linli.ledger;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer who is of a team, or was.
 *
 * @param team which
 * @param volunteer who
 * @param sinceSeconds since when, epoch seconds
 * @param untilSeconds until when, epoch seconds; null while it lasts
 */
public record Membership(
        EntryId team,
        VolunteerNo volunteer,
        long sinceSeconds,
        @Nullable Long untilSeconds) {
    static Membership since(EntryId team, VolunteerNo volunteer, long atSeconds) {
        return new Membership(team, volunteer, atSeconds, null);
    }

    Membership until(long atSeconds) {
        return new Membership(team, volunteer, sinceSeconds, atSeconds);
    }

    /** Whether they are of it still. */
    public boolean lasts() {
        return untilSeconds == null;
    }

    boolean isOf(EntryId someTeam, VolunteerNo someone) {
        return team.equals(someTeam) && volunteer.equals(someone);
    }
}
