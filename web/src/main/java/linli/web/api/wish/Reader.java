package linli.web.api.wish;

import jakarta.ws.rs.container.ContainerRequestContext;
import linli.entry.VolunteerNo;
import linli.ledger.Wish;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the wall. Staff see all of it. Others see what hangs there, and neither who asked nor who has taken it on; what they asked
 * for or took on themselves they see wholly.
 *
 * @param staff whether they are of the staff
 * @param self the volunteer they are, if they are one
 */
public record Reader(boolean staff, @Nullable VolunteerNo self) {
    static Reader of(ContainerRequestContext request) {
        return new Reader(
                Visitor.of(request).caller().is(Who.STAFF),
                Visitor.of(request).caller().volunteer().orElse(null));
    }

    /** A volunteer who asks about themselves. */
    public static Reader self(VolunteerNo volunteer) {
        return new Reader(false, volunteer);
    }

    /** Whether they may know of it: what nobody accepted, or what ended otherwise, is for whom it concerns. */
    boolean maySee(Wish wish) {
        return concerns(wish) || wish.isPublic();
    }

    /** Whether they may know who is concerned with it. */
    boolean concerns(Wish wish) {
        return staff || (self != null && wish.isOf(self));
    }
}
