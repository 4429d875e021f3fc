package linli.ledger;

import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.Role;
import linli.log.LogException;
import linli.log.Vkey;

/** The register of branches, which the county keeps: who belongs, under which key, and up to where. */
final class BranchRules {
    private BranchRules() {}

    static void enrolled(BranchEnrolled event, Posting posting) {
        posting.countyOnly();
        posting.needs(Role.ADMIN);
        requireKey(event.origin(), event.vkey());
        boolean next = posting.get(Table.BRANCHES, event.number() - 1L) != null;
        Rejection.BRANCH_TAKEN.unless(
                next && posting.get(Table.BRANCHES, event.number()) == null,
                "branches are numbered one after the other; %s is not next",
                event.number());
        requireFree(event, posting);
        Volume first = Volume.first(
                event.number(), event.origin(), event.vkey(), posting.id().index());
        posting.put(first);
        posting.put(Branch.enrolled(event.number(), event.slug(), event.name(), first));
    }

    private static void requireFree(BranchEnrolled event, Posting posting) {
        for (long number = 0; number < event.number(); number++) {
            Branch other = posting.get(Table.BRANCHES, number);
            boolean free = other == null
                    || !(other.slug().equals(event.slug()) || other.origin().equals(event.origin()));
            Rejection.BRANCH_TAKEN.unless(free, "branch %s has this slug or origin", number);
        }
    }

    /** The log so far ends, and another one begins that goes on numbering where it ended. */
    static void keyRotated(BranchKeyRotated event, Posting posting) {
        Branch branch = openBranch(event.number(), posting);
        requireKey(event.origin(), event.vkey());
        for (int ordinal = 0; ordinal < branch.volumes(); ordinal++) {
            Volume earlier = posting.get(Table.VOLUMES, Volume.keyOf(branch.number(), ordinal));
            Rejection.BRANCH_TAKEN.unless(
                    earlier == null || !earlier.origin().equals(event.origin()), "the branch has had this origin");
        }
        Rejection.BRANCH_TAKEN.unless(
                branch.volumes() < Volume.MOST, "a branch has at most %s keys in its life", Volume.MOST);
        Volume ended = endLast(branch, event.size(), posting);
        Volume next = ended.next(event.origin(), event.vkey(), posting.id().index());
        posting.put(next);
        posting.put(branch.goneOnIn(next));
    }

    static void closed(BranchClosed event, Posting posting) {
        Branch branch = openBranch(event.number(), posting);
        endLast(branch, event.size(), posting);
        posting.put(branch.closed(posting.id().index()));
    }

    private static Branch openBranch(int number, Posting posting) {
        posting.countyOnly();
        posting.needs(Role.ADMIN);
        Rejection.UNKNOWN_BRANCH.unless(number != Posting.COUNTY, "the county does not close itself");
        return posting.openBranch(number);
    }

    private static Volume endLast(Branch branch, long size, Posting posting) {
        Volume last = posting.lastVolume(branch);
        Volume ended = last.ended(last.first() + size, posting.id().index());
        posting.put(ended);
        return ended;
    }

    private static void requireKey(String origin, String vkey) {
        try {
            Vkey key = Vkey.ofText(vkey);
            Rejection.KEY_INVALID.unless(
                    key.role() == Vkey.Role.NOTE && key.name().equals(origin), "the key is not one of %s", origin);
        } catch (LogException e) {
            throw Rejection.KEY_INVALID.because("the log's key is not written as one");
        }
    }
}
