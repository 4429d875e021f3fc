package linli.web.hours;

import org.jspecify.annotations.Nullable;

/**
 * Who recorded or decided.
 *
 * @param kind in what capacity
 * @param name of a member of staff; null for the node and the volunteer
 */
public record Signatory(Kind kind, @Nullable String name) {
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
