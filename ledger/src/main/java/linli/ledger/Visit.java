package linli.ledger;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/**
 * Somebody who has checked in and not out.
 *
 * @param checkIn their CheckedIn entry
 * @param volunteer who
 * @param activity in what
 * @param sinceSeconds since when, epoch seconds
 */
public record Visit(EntryId checkIn, VolunteerNo volunteer, EntryId activity, long sinceSeconds) {}
