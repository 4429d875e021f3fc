package linli.ledger;

import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.Role;
import org.jspecify.annotations.Nullable;

/** The county's desk: its founding, its policy, who belongs. */
final class CountyRules {
    private static final String COUNTY_SLUG = "county";

    private CountyRules() {}

    static void founded(CountyFounded event, Posting posting) {
        Rejection.ALREADY_FOUNDED.unless(posting.get(Table.BRANCHES, 0) == null, "the county is founded already");
        posting.countyOnly();
        Branch county = new Branch(0, COUNTY_SLUG, event.name(), event.origin(), event.vkey());
        posting.put(Table.BRANCHES, 0, county);
    }

    static void policyAdopted(PolicyAdopted event, Posting posting) {
        posting.countyOnly();
        posting.needs(Role.ADMIN);
        checkDocument(event.document());
        @Nullable AdoptedPolicy newest = posting.get(Table.POLICIES, 0);
        int next = newest == null ? 1 : newest.version() + 1;
        Rejection.POLICY_VERSION.unless(event.version() == next, "the next policy is version %s", next);
        AdoptedPolicy adopted = new AdoptedPolicy(next, posting.id(), event.document());
        posting.put(Table.POLICIES, next, adopted);
        posting.put(Table.POLICIES, 0, adopted);
    }

    private static void checkDocument(String document) {
        try {
            Policy.parse(document);
        } catch (IllegalArgumentException e) {
            throw Rejection.POLICY_INVALID.because("%s", String.valueOf(e.getMessage()));
        }
    }

    static void branchEnrolled(BranchEnrolled event, Posting posting) {
        posting.countyOnly();
        posting.needs(Role.ADMIN);
        boolean next = event.number() == 1 || posting.get(Table.BRANCHES, event.number() - 1L) != null;
        Rejection.BRANCH_TAKEN.unless(
                next && posting.get(Table.BRANCHES, event.number()) == null,
                "branches are numbered one after the other; %s is not next",
                event.number());
        for (long number = 0; number < event.number(); number++) {
            Branch other = posting.get(Table.BRANCHES, number);
            boolean free = other == null
                    || !(other.slug().equals(event.slug()) || other.origin().equals(event.origin()));
            Rejection.BRANCH_TAKEN.unless(free, "branch %s has this slug or origin", number);
        }
        posting.put(
                Table.BRANCHES,
                event.number(),
                new Branch(event.number(), event.slug(), event.name(), event.origin(), event.vkey()));
    }
}
