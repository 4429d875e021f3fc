package linli.demo;

import java.util.List;
import linli.entry.Actor;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;
import linli.ledger.Draft;
import linli.ledger.Ledger;

/** Those in office at each node of the demonstration. */
public final class DemoStaff {
    static final Actor CLERK = new Actor.Staff("clerk");
    static final Actor APPROVER = new Actor.Staff("approver");
    static final Actor MANAGER = new Actor.Staff("manager");

    private DemoStaff() {}

    /** Appoints the three, who are called as given. */
    public static void appoint(Ledger ledger, String clerk, String approver, String manager) {
        appoint(ledger, new StaffAppointed("clerk", clerk, List.of(Role.CLERK), null));
        appoint(ledger, new StaffAppointed("approver", approver, List.of(Role.APPROVER), null));
        appoint(ledger, new StaffAppointed("manager", manager, List.of(Role.MANAGER), null));
    }

    private static void appoint(Ledger ledger, StaffAppointed appointment) {
        ledger.post(Draft.once(Actor.NODE, appointment)).idOrThrow();
    }
}
