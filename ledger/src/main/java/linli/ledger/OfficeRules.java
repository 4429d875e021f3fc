package linli.ledger;

import java.util.List;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.Role;
import linli.log.Vkey;

/** The office's own desk: who holds which office. */
final class OfficeRules {
    /** Stands behind the origin of a node's log in the name of its cosigner. */
    private static final String MIRROR = "/mirror";

    private OfficeRules() {}

    static void appointed(StaffAppointed event, Posting posting) {
        posting.needs(rankOver(event.roles()));
        StaffMember before = posting.get(Table.STAFF, staffKey(posting, event.staff()));
        posting.needs(rankOver(before == null ? List.of() : before.roles()));
        if (event.volunteer() != null) {
            posting.volunteer(event.volunteer());
        }
        put(posting, new StaffMember(posting.branch(), event.staff(), event.name(), event.roles(), event.volunteer()));
    }

    static void dismissed(StaffDismissed event, Posting posting) {
        posting.needs(Role.MANAGER);
        StaffMember member = posting.staff(event.staff());
        posting.needs(rankOver(member.roles()));
        put(posting, new StaffMember(member.branch(), member.handle(), member.name(), List.of(), member.volunteer()));
    }

    static void cosignerNamed(CosignerNamed event, Posting posting) {
        posting.needs(Role.ADMIN);
        Vkey key = BranchRules.requireKey(event.vkey(), Vkey.Role.COSIGNATURE);
        Rejection.KEY_INVALID.unless(
                posting.ownOrigins().anyMatch(origin -> key.name().equals(origin + MIRROR)),
                "a cosigner is named like the node's log, with /mirror behind");
        posting.put(Table.COSIGNERS, posting.branch(), new Table.Cosigner(event.vkey()));
    }

    /** Who may give or take these roles: a manager cannot make themselves administrator of the county. */
    private static Role rankOver(List<Role> roles) {
        return roles.contains(Role.ADMIN) ? Role.ADMIN : Role.MANAGER;
    }

    private static void put(Posting posting, StaffMember member) {
        posting.put(Table.STAFF, staffKey(posting, member.handle()), member);
    }

    private static long staffKey(Posting posting, String handle) {
        return RowKeys.ofStaff(posting.changes(), posting.branch(), handle);
    }
}
