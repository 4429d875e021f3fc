package linli.sim;

import java.util.List;
import linli.entry.Actor;
import linli.entry.VolunteerNo;

/** Who is in office at every node, and whose hand it is that acts: mostly one that may. */
record Roster(Lot lot) {
    static final Actor MANAGER = new Actor.Staff("lin");
    static final Actor CLERK = new Actor.Staff("wang");
    static final Actor APPROVER = new Actor.Staff("li");
    /** Clerk and approver, and in some lives a volunteer too. */
    static final Actor NEIGHBOUR = new Actor.Staff("sun");

    private static final List<Actor> ANYBODY =
            List.of(MANAGER, CLERK, APPROVER, NEIGHBOUR, Actor.NODE, new Actor.Staff("staff-1"));
    private static final List<String> SECONDS = List.of("li", "lin", "sun", "wang", "staff-1");

    /** Who should do it; now and then somebody else tries. */
    Actor mostly(Actor usual) {
        return lot.chance(0.95) ? usual : lot.pick(ANYBODY);
    }

    /** The volunteer concerned, at a kiosk, or who should do it for them. */
    Actor ownHandOr(VolunteerNo concerned, Actor usual) {
        return lot.chance(0.6) ? new Actor.Volunteer(concerned) : mostly(usual);
    }

    /** Whom a second signature is asked of. */
    String second() {
        return lot.chance(0.7) ? "li" : lot.pick(SECONDS);
    }
}
