package linli.ledger;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * A line of a volunteer's passbook (存折) at one branch: points came or went, and so many are held since. A balance is the sum of
 * the lines.
 *
 * @param cause what it is about: the record of hours, or else the entry that moved the points
 * @param entry the entry that moved them
 * @param volunteer whose
 * @param counter where they came from, or went to
 * @param points by which what is held changed
 * @param owed by which what is owed changed: below zero where a debt grew, above where it was settled
 * @param held what is held after it
 * @param atSeconds when, epoch seconds
 * @param previous the line before this one: the cause of it
 */
public record Movement(
        EntryId cause,
        EntryId entry,
        VolunteerNo volunteer,
        PointsAccount.Kind counter,
        long points,
        long owed,
        long held,
        long atSeconds,
        @Nullable EntryId previous) {}
