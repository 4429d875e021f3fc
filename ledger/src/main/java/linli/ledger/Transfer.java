package linli.ledger;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/**
 * Points on their way from one branch to another. Until they are received they belong to nobody.
 *
 * @param sent the PointsSent entry
 * @param volunteer whose
 * @param points how many
 * @param toBranch who may receive them
 * @param atSeconds when they were sent
 */
public record Transfer(EntryId sent, VolunteerNo volunteer, long points, int toBranch, long atSeconds) {}
