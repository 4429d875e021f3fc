package linli.ledger;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * One entry on its way into the accounts: what a rule may look at, and where it puts what changes.
 *
 * <p>The look-ups refuse what is not there, so a rule reads like an instruction to a clerk. Nothing that is put counts until the
 * rule has come to its end.
 */
final class Posting {
    static final int COUNTY = 0;

    private final EntryId id;
    private final Entry entry;
    private final boolean deciding;
    private final Changes changes;

    /**
     * @param deciding whether this node is about to write the entry. Then everything it knows may speak against it. What is
     *     written already is judged by its own branch's rows and the branch's view of the county alone, so that every node
     *     comes to the same judgement
     */
    Posting(EntryId id, Entry entry, Accounts before, boolean deciding) {
        this.id = id;
        this.entry = entry;
        this.deciding = deciding;
        this.changes = new Changes(before);
    }

    EntryId id() {
        return id;
    }

    int branch() {
        return id.branch();
    }

    long atSeconds() {
        return entry.atSeconds();
    }

    Actor by() {
        return entry.by();
    }

    Changes changes() {
        return changes;
    }

    <V extends Record> @Nullable V get(Table<V> table, long key) {
        return changes.get(table, key);
    }

    <V extends Record> void put(Table<V> table, long key, V row) {
        changes.put(table, key, row);
    }

    void remove(Table<?> table, long key) {
        changes.remove(table, key);
    }

    /** Whether this node is about to write the entry; then whatever else it knows may speak against it. */
    boolean isDeciding() {
        return deciding;
    }

    void countyOnly() {
        Rejection.COUNTY_ONLY.unless(branch() == COUNTY, "only the county writes this");
    }

    void branchOnly() {
        Rejection.BRANCH_ONLY.unless(branch() != COUNTY, "the county does not write this");
    }

    /** The last volume of a branch as it stands; for the county's desk. */
    Volume lastVolume(Branch branch) {
        return Objects.requireNonNull(
                get(Table.VOLUMES, Volume.keyOf(branch.number(), branch.volumes() - 1)), "a branch has a volume");
    }

    void put(Volume volume) {
        put(Table.VOLUMES, volume.rowKey(), volume);
    }

    void put(Branch branch) {
        put(Table.BRANCHES, branch.number(), branch);
    }

    /** Whether what the county wrote at this index had been seen by the branch that writes. */
    boolean seen(long countyIndex) {
        CountyView view = get(Table.VIEWS, branch());
        return branch() == COUNTY || (view != null && countyIndex < view.size());
    }

    /** A branch as far as the writing one knows of it. */
    Branch knownBranch(int number) {
        Branch branch = get(Table.BRANCHES, number);
        if (branch == null || !seen(branch.since())) {
            throw Rejection.UNKNOWN_BRANCH.because("no branch has the number %s", number);
        }
        return branch;
    }

    /** A branch that is open as far as the writing one knows. */
    Branch openBranch(int number) {
        Branch branch = knownBranch(number);
        Long closedBy = branch.closedBy();
        Rejection.BRANCH_CLOSED.unless(closedBy == null || !seen(closedBy), "branch %s is closed", number);
        return branch;
    }

    /** Origins of the logs that the writing branch has had, as far as it knows. */
    Stream<String> ownOrigins() {
        return IntStream.range(0, Volume.MOST)
                .mapToObj(ordinal -> get(Table.VOLUMES, Volume.keyOf(branch(), ordinal)))
                .takeWhile(volume -> volume != null && seen(volume.since()))
                .map(Volume::origin);
    }

    /** The volume that an entry of another branch stands in, as far as the writing one knows. */
    Volume volumeOf(EntryId theirs) {
        Branch branch = knownBranch(theirs.branch());
        for (int ordinal = 0; ordinal < branch.volumes(); ordinal++) {
            Volume volume = get(Table.VOLUMES, Volume.keyOf(branch.number(), ordinal));
            if (volume != null && seen(volume.since()) && holds(volume, theirs)) {
                return volume;
            }
        }
        throw Rejection.BRANCH_CLOSED.because("the entry %s does not count: its branch was closed before it", theirs);
    }

    private boolean holds(Volume volume, EntryId theirs) {
        Long endedBy = volume.endedBy();
        return theirs.index() >= volume.first() && (endedBy == null || !seen(endedBy) || volume.holds(theirs));
    }

    /** The actor must be in office with this role; the node itself may do what an operator does on its command line. */
    void needs(Role role) {
        if (!(by() instanceof Actor.Node)) {
            needsPerson(role);
        }
    }

    /** As {@link #needs}, but the node does not do: a person answers for it. */
    void needsPerson(Role role) {
        StaffMember member = by() instanceof Actor.Staff staff ? staff(staff.handle()) : null;
        Rejection.ROLE_MISSING.unless(
                member != null && member.mayActAs(role), "%s does not hold the office of %s", by().written(), role);
    }

    /** A second person in one of these offices answers for it besides the one who writes. */
    void needsSecond(@Nullable String handle, Role... roles) {
        String offices = Stream.of(roles).map(Role::name).collect(Collectors.joining(" or "));
        if (handle == null || handle.equals(by().written())) {
            throw Rejection.SECOND_PERSON_NEEDED.because("this takes a second person in the office of %s", offices);
        }
        Rejection.ROLE_MISSING.unless(
                Stream.of(roles).anyMatch(staff(handle)::mayActAs),
                "%s does not hold the office of %s",
                handle,
                offices);
    }

    /** Nobody decides in their own favour: whoever writes is not known to be this volunteer. */
    void mustNotBe(VolunteerNo volunteer) {
        boolean same = by() instanceof Actor.Staff staff
                && volunteer.equals(staff(staff.handle()).volunteer());
        Rejection.SECOND_PERSON_NEEDED.unless(!same, "%s is %s", by().written(), volunteer);
    }

    /** The volunteer concerned, with their own hands, or somebody in this office. */
    void ownHandOr(Role role, VolunteerNo concerned, String otherwise) {
        if (by() instanceof Actor.Volunteer self) {
            Rejection.ROLE_MISSING.unless(self.no().equals(concerned), "%s", otherwise);
        } else {
            needs(role);
        }
    }

    StaffMember staff(String handle) {
        StaffMember member = get(Table.STAFF, RowKeys.ofStaff(changes, branch(), handle));
        if (member == null || !member.inOffice()) {
            throw Rejection.UNKNOWN_STAFF.because("nobody called %s is in office here", handle);
        }
        return member;
    }

    /** The volunteer's page at this branch; for somebody from another branch who is here for the first time, a new one. */
    VolunteerAccount volunteer(VolunteerNo no) {
        boolean atHome = no.entry().branch() == branch();
        VolunteerAccount account = atHome ? get(Table.VOLUNTEERS, no.entry().toLong()) : guest(no);
        if (account == null) {
            boolean welcome = !atHome && isVouchedFor(no);
            Rejection.UNKNOWN_VOLUNTEER.unless(welcome, "no volunteer has the number %s", no);
            return VolunteerAccount.ofGuest(branch(), no, atSeconds());
        }
        return account;
    }

    /** The page of somebody from another branch, where they have one. */
    @Nullable
    VolunteerAccount guest(VolunteerNo no) {
        return get(Table.GUESTS, RowKeys.ofGuest(changes, branch(), no));
    }

    /** Who decides looks into the other branch's book as well; who reads takes the writing branch's word for it. */
    private boolean isVouchedFor(VolunteerNo no) {
        knownBranch(no.entry().branch());
        return !deciding || get(Table.VOLUNTEERS, no.entry().toLong()) != null;
    }

    void put(VolunteerAccount account) {
        if (account.guest()) {
            put(Table.GUESTS, RowKeys.ofGuest(changes, branch(), account.no()), account);
        } else {
            put(Table.VOLUNTEERS, account.no().entry().toLong(), account);
        }
    }

    /** An activity of this branch. */
    Activity activity(EntryId activityId) {
        Activity activity = activityId.branch() == branch() ? get(Table.ACTIVITIES, activityId.toLong()) : null;
        if (activity == null) {
            throw Rejection.UNKNOWN_ACTIVITY.because("no activity has the id %s here", activityId);
        }
        return activity;
    }

    void put(Activity activity) {
        put(Table.ACTIVITIES, activity.id().toLong(), activity);
    }

    /** A record of this branch; what another branch recorded is its own to decide. */
    ServiceRecord ownRecord(EntryId recordId) {
        ServiceRecord record = recordId.branch() == branch() ? get(Table.RECORDS, recordId.toLong()) : null;
        if (record == null) {
            throw Rejection.UNKNOWN_RECORD.because("no record of hours has the id %s here", recordId);
        }
        return record;
    }

    void put(ServiceRecord record) {
        put(Table.RECORDS, record.id().toLong(), record);
    }

    /**
     * The policy in force: at the county the newest, which is kept under 0 as well; at a branch the newest it had seen when it
     * wrote.
     */
    AdoptedPolicy adopted() {
        CountyView view = branch() == COUNTY ? null : get(Table.VIEWS, branch());
        AdoptedPolicy adopted = get(Table.POLICIES, view == null ? 0 : view.policy());
        if (adopted == null) {
            throw Rejection.NOT_FOUNDED.because("no policy is adopted yet");
        }
        return adopted;
    }

    Policy policy() {
        return Policy.parse(adopted().document());
    }

    /** The policy of a version that was in force here. */
    Policy policy(int version) {
        AdoptedPolicy adopted = get(Table.POLICIES, version);
        return Policy.parse(Objects.requireNonNull(adopted, "postings cite policies that are here")
                .document());
    }

    /** The day of this entry where the county is. */
    LocalDate today() {
        return policy().dayOf(atSeconds());
    }
}
