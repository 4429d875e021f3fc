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
        requireFreeSlug(event.slug(), posting);
        requireFreeOrigin(event.origin(), posting);
        Volume first = Volume.first(
                event.number(), event.origin(), event.vkey(), posting.id().index());
        posting.put(first);
        posting.put(Branch.enrolled(event.number(), event.slug(), event.name(), first));
    }

    private static void requireFreeSlug(String slug, Posting posting) {
        for (Branch other = posting.get(Table.BRANCHES, 0);
                other != null;
                other = posting.get(Table.BRANCHES, other.number() + 1L)) {
            Rejection.BRANCH_TAKEN.unless(!other.slug().equals(slug), "branch %s has this slug", other.number());
        }
    }

    /** A log has one origin and an origin one log, for ever: its folder and its signatures go by it. */
    private static void requireFreeOrigin(String origin, Posting posting) {
        for (Branch other = posting.get(Table.BRANCHES, 0);
                other != null;
                other = posting.get(Table.BRANCHES, other.number() + 1L)) {
            for (int ordinal = 0; ordinal < other.volumes(); ordinal++) {
                Volume volume = posting.get(Table.VOLUMES, Volume.keyOf(other.number(), ordinal));
                boolean free = volume == null || !volume.origin().equals(origin);
                Rejection.BRANCH_TAKEN.unless(free, "branch %s has, or has had, this origin", other.number());
            }
        }
    }

    /** The log so far ends, and another one begins that goes on numbering where it ended. */
    static void keyRotated(BranchKeyRotated event, Posting posting) {
        Branch branch = openBranch(event.number(), posting);
        requireKey(event.origin(), event.vkey());
        requireFreeOrigin(event.origin(), posting);
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

    static void requireKey(String origin, String vkey) {
        Vkey key = requireKey(vkey, Vkey.Role.NOTE);
        Rejection.KEY_INVALID.unless(key.name().equals(origin), "the key is not one of %s", origin);
    }

    static Vkey requireKey(String vkey, Vkey.Role role) {
        try {
            Vkey key = Vkey.ofText(vkey);
            Rejection.KEY_INVALID.unless(key.role() == role, "the key is of another type than it should be");
            return key;
        } catch (LogException e) {
            throw Rejection.KEY_INVALID.because("the key is not written as one");
        }
    }
}
