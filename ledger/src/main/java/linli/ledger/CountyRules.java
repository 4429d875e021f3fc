package linli.ledger;

import linli.entry.Actor;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.OfficeEvent.CountyWitnessed;
import linli.entry.Role;
import org.jspecify.annotations.Nullable;

/** The county's desk: its founding, its policy, and what the branches have seen of it. */
final class CountyRules {
    private static final String COUNTY_SLUG = "county";

    private CountyRules() {}

    static void founded(CountyFounded event, Posting posting) {
        Rejection.ALREADY_FOUNDED.unless(posting.get(Table.BRANCHES, 0) == null, "the county is founded already");
        posting.countyOnly();
        BranchRules.requireKey(event.origin(), event.vkey());
        Volume first = Volume.first(Posting.COUNTY, event.origin(), event.vkey(), 0);
        posting.put(first);
        posting.put(Branch.enrolled(Posting.COUNTY, COUNTY_SLUG, event.name(), first));
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

    /**
     * A branch has seen more of the county's log. From here on its entries are judged by that much. That the root is the county's
     * own is for the audit to say: a branch that states another one bends nothing by it.
     */
    static void witnessed(CountyWitnessed event, Posting posting) {
        posting.branchOnly();
        Rejection.ROLE_MISSING.unless(posting.by() instanceof Actor.Node, "the node itself witnesses");
        @Nullable Branch own = posting.get(Table.BRANCHES, posting.branch());
        Rejection.UNKNOWN_BRANCH.unless(
                own != null && own.since() < event.size(),
                "the county's log does not enrol this branch before %s",
                event.size());
        @Nullable CountyView before = posting.get(Table.VIEWS, posting.branch());
        Rejection.COUNTY_RUNS_BACKWARDS.unless(
                before == null || event.size() >= before.size(), "more of the county's log was seen before");
        int policy = policyAt(event.size(), before == null ? 0 : before.policy(), posting);
        Rejection.NOT_FOUNDED.unless(policy > 0, "the county has no policy at %s", event.size());
        posting.put(
                Table.VIEWS,
                posting.branch(),
                new CountyView(posting.branch(), event.size(), event.root(), event.timeSeconds(), policy));
    }

    /** The newest policy among the first {@code size} entries of the county. */
    private static int policyAt(long size, int from, Posting posting) {
        int version = from;
        for (AdoptedPolicy next = posting.get(Table.POLICIES, version + 1L);
                next != null && next.entry().index() < size;
                next = posting.get(Table.POLICIES, version + 1L)) {
            version++;
        }
        return version;
    }
}
