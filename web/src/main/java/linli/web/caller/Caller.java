package linli.web.caller;

import java.util.Optional;
import linli.access.Kiosk;
import linli.entry.Actor;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.ledger.StaffMember;

/** Who sends a request, as it is at this moment. */
public sealed interface Caller {
    /** Whether a route for these is for this caller. */
    boolean is(Who who);

    /** Under whose name the ledger writes what they do; empty for who does nothing. */
    Optional<Actor> actor();

    /** The volunteer who has shown that it is them. */
    default Optional<VolunteerNo> volunteer() {
        return Optional.empty();
    }

    /** Tells this caller from all others: each has request keys of its own. */
    String written();

    /** Somebody of whom nothing is known. */
    record Anonymous() implements Caller {
        @Override
        public boolean is(Who who) {
            return who == Who.ANYBODY;
        }

        @Override
        public Optional<Actor> actor() {
            return Optional.empty();
        }

        @Override
        public String written() {
            return "anonymous";
        }
    }

    /** A volunteer on a device of their own. */
    record Volunteer(VolunteerNo no) implements Caller {
        @Override
        public boolean is(Who who) {
            return who == Who.ANYBODY || who == Who.VOLUNTEER;
        }

        @Override
        public Optional<Actor> actor() {
            return Optional.of(new Actor.Volunteer(no));
        }

        @Override
        public Optional<VolunteerNo> volunteer() {
            return Optional.of(no);
        }

        @Override
        public String written() {
            return "volunteer " + no;
        }
    }

    /** A member of staff, with the roles that the books have for them now. */
    record Staff(StaffMember member) implements Caller {
        @Override
        public boolean is(Who who) {
            return switch (who) {
                case ANYBODY, STAFF -> true;
                case VOLUNTEER, KIOSK, AT_KIOSK -> false;
                case ADMIN -> member.mayActAs(Role.ADMIN);
                case MANAGER -> member.mayActAs(Role.MANAGER);
                case CLERK -> member.mayActAs(Role.CLERK);
                case APPROVER -> member.mayActAs(Role.APPROVER);
                case AUDITOR -> member.mayActAs(Role.AUDITOR);
            };
        }

        @Override
        public Optional<Actor> actor() {
            return Optional.of(new Actor.Staff(member.handle()));
        }

        @Override
        public String written() {
            return "staff " + member.handle();
        }
    }

    /** A paired device, and nobody at it. What it does, the node does: a card was held to it, and it has a clock. */
    record Device(Kiosk kiosk) implements Caller {
        @Override
        public boolean is(Who who) {
            return who == Who.ANYBODY || who == Who.KIOSK;
        }

        @Override
        public Optional<Actor> actor() {
            return Optional.of(Actor.NODE);
        }

        @Override
        public String written() {
            return "kiosk " + kiosk.id();
        }
    }

    /** A volunteer who has given their PIN at a paired device. */
    record AtDevice(Kiosk kiosk, VolunteerNo no) implements Caller {
        @Override
        public boolean is(Who who) {
            return switch (who) {
                case ANYBODY, VOLUNTEER, KIOSK, AT_KIOSK -> true;
                case STAFF, ADMIN, MANAGER, CLERK, APPROVER, AUDITOR -> false;
            };
        }

        @Override
        public Optional<Actor> actor() {
            return Optional.of(new Actor.Volunteer(no));
        }

        @Override
        public Optional<VolunteerNo> volunteer() {
            return Optional.of(no);
        }

        @Override
        public String written() {
            return "volunteer " + no;
        }
    }
}
