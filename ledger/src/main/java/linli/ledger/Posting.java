package linli.ledger;

import java.time.LocalDate;
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
    private static final int COUNTY = 0;

    private final EntryId id;
    private final Entry entry;
    private final Changes changes;

    Posting(EntryId id, Entry entry, Accounts before) {
        this.id = id;
        this.entry = entry;
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

    void countyOnly() {
        Rejection.COUNTY_ONLY.unless(branch() == COUNTY, "only the county writes this");
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

    StaffMember staff(String handle) {
        StaffMember member = get(Table.STAFF, Table.staffKey(branch(), handle));
        if (member == null || !member.inOffice()) {
            throw Rejection.UNKNOWN_STAFF.because("nobody called %s is in office here", handle);
        }
        return member;
    }

    VolunteerAccount volunteer(VolunteerNo no) {
        VolunteerAccount account = get(Table.VOLUNTEERS, no.entry().toLong());
        if (account == null) {
            throw Rejection.UNKNOWN_VOLUNTEER.because("no volunteer has the number %s", no);
        }
        return account;
    }

    void put(VolunteerAccount account) {
        put(Table.VOLUNTEERS, account.no().entry().toLong(), account);
    }

    Activity activity(EntryId activityId) {
        Activity activity = get(Table.ACTIVITIES, activityId.toLong());
        if (activity == null) {
            throw Rejection.UNKNOWN_ACTIVITY.because("no activity has the id %s", activityId);
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

    /** The policy in force. Versions follow each other without a gap, so the newest is kept under 0 as well. */
    AdoptedPolicy adopted() {
        AdoptedPolicy adopted = get(Table.POLICIES, 0);
        if (adopted == null) {
            throw Rejection.NOT_FOUNDED.because("no policy is adopted yet");
        }
        return adopted;
    }

    Policy policy() {
        return Policy.parse(adopted().document());
    }

    /** The day of this entry where the county is. */
    LocalDate today() {
        return policy().dayOf(atSeconds());
    }
}
