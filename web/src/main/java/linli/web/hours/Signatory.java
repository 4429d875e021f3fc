package linli.web.hours;

import linli.entry.Actor;
import linli.ledger.Books;
import linli.ledger.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded or decided.
 *
 * @param kind in what capacity
 * @param name of a member of staff; null for the node and the volunteer
 */
public record Signatory(Kind kind, @Nullable String name) {
    /** Whoever an entry of this branch names, as {@link Actor#written} writes it. */
    public static Signatory of(String written, Books books) {
        return of(written, books.branch(), books);
    }

    /** Whoever an entry of a branch names. */
    public static Signatory of(String written, int branch, Books books) {
        Actor actor = Actor.parse(written);
        if (actor instanceof Actor.Staff staff) {
            return ofStaff(staff.handle(), branch, books);
        }
        return new Signatory(actor.equals(Actor.NODE) ? Kind.NODE : Kind.VOLUNTEER, null);
    }

    /** A member of this branch's staff. Whoever left office is still named; only somebody who never held one is not. */
    public static Signatory ofStaff(String handle, Books books) {
        return ofStaff(handle, books.branch(), books);
    }

    private static Signatory ofStaff(String handle, int branch, Books books) {
        return new Signatory(
                Kind.STAFF, books.staff(branch, handle).map(StaffMember::name).orElse(handle));
    }

    /** In what capacity somebody acts. */
    public enum Kind {
        /** The node: its clock, or a rule it follows. */
        NODE,
        /** A member of staff, named. */
        STAFF,
        /** The volunteer. */
        VOLUNTEER
    }
}
