package linli.web.desk;

import linli.entry.Role;
import linli.ledger.StaffMember;
import linli.web.page.Frame;

/** Whether something is offered to whoever looks at a page; what they may do is decided where it is done. */
public final class Offer {
    private Offer() {}

    public static boolean toClerk(Frame frame) {
        return to(Role.CLERK, frame);
    }

    public static boolean toApprover(Frame frame) {
        return to(Role.APPROVER, frame);
    }

    public static boolean toManager(Frame frame) {
        return to(Role.MANAGER, frame);
    }

    /** To whoever runs the node: the branch's manager, or the county's admin. */
    public static boolean toWhoeverRuns(Frame frame) {
        return toManager(frame) || to(Role.ADMIN, frame);
    }

    private static boolean to(Role role, Frame frame) {
        StaffMember staff = frame.staff();
        return staff != null && staff.mayActAs(role);
    }
}
