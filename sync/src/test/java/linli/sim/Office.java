package linli.sim;

import java.util.List;
import linli.entry.Actor;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;

/** What people do at a node on any day, desk by desk. */
final class Office {
    private final Lot lot;
    private final Scribe scribe;
    private final WorldTime time;
    private final OfficeDoor door;
    private final OfficeHours hours;
    private final List<Desk> desks;

    Office(Scribe scribe, WorldTime time) {
        this.lot = scribe.lot();
        this.scribe = scribe;
        this.time = time;
        this.door = new OfficeDoor(scribe);
        this.hours = new OfficeHours(scribe);
        Desk wishes = new OfficeWishes(scribe);
        Desk shop = new OfficeShop(scribe);
        this.desks = List.of(
                door,
                door,
                hours,
                hours,
                wishes,
                wishes,
                wishes,
                shop,
                shop,
                shop,
                new OfficePoints(scribe),
                new OfficeTeams(scribe),
                new OfficeClaims(scribe));
    }

    /** One act at this node; tells in a word how it went. */
    String act(SimNode node, List<SimNode> others) {
        Notebook book = node.notebook;
        if (!isStaffed(node)) {
            return hire(node);
        }
        if (book.volunteers.isEmpty() || book.activities.isEmpty()) {
            return book.volunteers.isEmpty() ? door.enrol(node) : door.open(node);
        }
        return lot.pick(desks).act(node, others);
    }

    /** By the books: a branch whose log lost its beginning hires anew. */
    private static boolean isStaffed(SimNode node) {
        return node.ledger().books().staff("li").isPresent();
    }

    private String hire(SimNode node) {
        scribe.post(node, Actor.NODE, new CosignerNamed(node.cosigner().toString()), id -> {});
        appoint(node, Actor.NODE, "lin", "林主任", List.of(Role.MANAGER));
        appoint(node, Roster.MANAGER, "wang", "王芳", List.of(Role.CLERK));
        appoint(node, Roster.MANAGER, "sun", "孙敏", List.of(Role.CLERK, Role.APPROVER));
        StaffAppointed last = new StaffAppointed("li", "李强", List.of(Role.APPROVER), null);
        return scribe.post(node, Roster.MANAGER, last, id -> {});
    }

    private void appoint(SimNode node, Actor by, String handle, String name, List<Role> roles) {
        scribe.post(node, by, new StaffAppointed(handle, name, roles, null), id -> {});
    }

    /** A day with so many acts, a few minutes apart; in the end the node does what has fallen due. */
    String day(SimNode node, List<SimNode> others, int acts) {
        String last = "";
        for (int i = 0; i < acts && node.isRunning(); i++) {
            last = act(node, others.stream().filter(SimNode::isRunning).toList());
            time.pass(lot.between(5, 240));
        }
        return acts + " acts, at last " + last + (node.isRunning() ? ", " + scribe.caretake(node) : "");
    }

    /** Many records at once, so that logs reach over more than one tile. */
    String many(SimNode node, int count) {
        String last = "";
        if (node.notebook.volunteers.isEmpty() || node.notebook.activities.isEmpty()) {
            return act(node, List.of());
        }
        for (int i = 0; i < count && !node.disk().powerLost(); i++) {
            last = hours.record(node, List.of());
        }
        return count + " times, at last " + last;
    }
}
