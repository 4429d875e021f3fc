package linli.demo;

import java.util.List;
import linli.entry.Actor;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.ledger.Draft;
import linli.ledger.Ledger;

/** Those in office at each node of the demonstration. */
public final class DemoStaff {
    static final Actor CLERK = new Actor.Staff("clerk");
    /** Keeps the shop. */
    static final Actor KEEPER = new Actor.Staff("keeper");

    static final Actor APPROVER = new Actor.Staff("approver");
    static final Actor MANAGER = new Actor.Staff("manager");

    private DemoStaff() {}

    /** Appoints the four, who are called as given. */
    public static void appoint(Ledger ledger, String clerk, String keeper, String approver, String manager) {
        appoint(ledger, "clerk", clerk, Role.CLERK);
        appoint(ledger, "keeper", keeper, Role.CLERK);
        appoint(ledger, "approver", approver, Role.APPROVER);
        appoint(ledger, "manager", manager, Role.MANAGER);
    }

    /** Appoints those who run the county and audit it, who are called as given. */
    public static void appointOfCounty(Ledger ledger, String admin, String auditor) {
        appoint(ledger, "admin", admin, Role.ADMIN);
        appoint(ledger, "auditor", auditor, Role.AUDITOR);
    }

    private static void appoint(Ledger ledger, String handle, String name, Role role) {
        RequestId request = RequestId.derived("demo/staff", ledger.node().log().name(), handle);
        StaffAppointed appointment = new StaffAppointed(handle, name, List.of(role), null);
        ledger.post(new Draft(Actor.NODE, request, appointment)).idOrThrow();
    }
}
