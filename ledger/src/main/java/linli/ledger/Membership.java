package linli.ledger;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/**
 * A volunteer who is of a team.
 *
 * @param team which
 * @param volunteer who
 * @param sinceSeconds since when, epoch seconds
 */
public record Membership(EntryId team, VolunteerNo volunteer, long sinceSeconds) {}
