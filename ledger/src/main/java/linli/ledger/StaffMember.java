package linli.ledger;

import java.util.List;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff of one branch.
 *
 * @param branch whose
 * @param handle as in {@code by}
 * @param name the person's name
 * @param roles empty after dismissal
 * @param volunteer the number under which the same person volunteers, if they do
 * @param since the entry with which they took office; who is dismissed and comes back takes it anew
 */
public record StaffMember(
        int branch,
        String handle,
        String name,
        List<Role> roles,
        @Nullable VolunteerNo volunteer,
        EntryId since) {

    StaffMember dismissed() {
        return new StaffMember(branch, handle, name, List.of(), volunteer, since);
    }

    public boolean inOffice() {
        return !roles.isEmpty();
    }

    /** Whether the office includes this; a manager may do what a clerk and an approver may. */
    public boolean mayActAs(Role role) {
        boolean managers = role != Role.ADMIN && role != Role.AUDITOR;
        return roles.contains(role) || (managers && roles.contains(Role.MANAGER));
    }
}
