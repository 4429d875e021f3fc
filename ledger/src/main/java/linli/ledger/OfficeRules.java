package linli.ledger;

import java.util.List;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.Role;

/** The office's own desk: who holds which office. */
final class OfficeRules {
    private OfficeRules() {}

    static void appointed(StaffAppointed event, Posting posting) {
        posting.needs(Role.MANAGER);
        put(posting, new StaffMember(posting.branch(), event.staff(), event.name(), event.roles()));
    }

    static void dismissed(StaffDismissed event, Posting posting) {
        posting.needs(Role.MANAGER);
        StaffMember member = posting.staff(event.staff());
        put(posting, new StaffMember(member.branch(), member.handle(), member.name(), List.of()));
    }

    private static void put(Posting posting, StaffMember member) {
        posting.put(Table.STAFF, Table.staffKey(member.branch(), member.handle()), member);
    }
}
