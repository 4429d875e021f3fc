package linli.web.desk;

import java.util.Arrays;
import java.util.List;
import linli.ledger.StaffMember;
import linli.web.caller.Caller;
import linli.web.caller.Who;
import linli.web.page.Frame;

/**
 * What the desk is divided into, in the order in which it is offered: a line each. What it is called is in the words under
 * {@code desk.nav.<this>}.
 */
public enum Section {
    HOME("/desk", Who.STAFF),
    VOLUNTEERS("/desk/volunteers", Who.STAFF),
    ACTIVITIES("/desk/activities", Who.STAFF),
    ATTENDANCE("/desk/attendance", Who.STAFF),
    HOURS("/desk/hours", Who.STAFF),
    PUBLICITY("/desk/publicity", Who.STAFF),
    SHOP("/desk/shop", Who.STAFF),
    WISHES("/desk/wishes", Who.STAFF),
    TEAMS("/desk/teams", Who.STAFF),
    SYNC("/desk/sync", Who.STAFF),
    IMPORT("/desk/import", Who.CLERK),
    STAFF("/desk/staff", Who.MANAGER),
    KIOSKS("/desk/kiosks", Who.MANAGER);

    private final String address;
    private final Who who;

    Section(String address, Who who) {
        this.address = address;
        this.who = who;
    }

    /** What is offered to whoever looks at a page. */
    public static List<Section> offered(Frame frame) {
        StaffMember staff = frame.staff();
        return staff == null
                ? List.of()
                : Arrays.stream(values())
                        .filter(section -> new Caller.Staff(staff).is(section.who))
                        .toList();
    }

    /** Its first page. */
    public String address() {
        return address;
    }

    /** Whether a page lies in it; everything at the desk lies under its first page, so that one stands for itself alone. */
    public boolean holds(String page) {
        String path = page.replaceFirst("\\?.*", "");
        return path.equals(address) || (this != HOME && path.startsWith(address + "/"));
    }
}
