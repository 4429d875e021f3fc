package linli.sim;

import static linli.sim.Roster.CLERK;

import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckOutMissed;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.ServiceRecord;
import linli.ledger.Visit;
import linli.log.Hash;

/** The door: who enrols, what is on, who comes and goes, and who forgets to go; and who is in office. */
final class OfficeDoor extends Desk {
    private static final List<String> CATEGORIES = List.of("service", "elder-care", "culture", "reporting", "no-such");

    OfficeDoor(Scribe scribe) {
        super(scribe);
    }

    @Override
    String act(SimNode node, List<SimNode> others) {
        return switch (lot.below(16)) {
            case 0 -> enrol(node);
            case 1 -> lot.chance(0.6) ? open(node) : close(node);
            case 2 -> lot.chance(0.3) ? staff(node) : enrol(node);
            case 3, 4, 5, 6, 7, 8 -> checkIn(node, others);
            case 9 -> missed(node);
            default -> checkOut(node);
        };
    }

    private String staff(SimNode node) {
        String who = "staff-" + lot.below(5);
        Event event = switch (lot.below(3)) {
            case 0 -> new StaffDismissed(who, "退休");
            case 1 -> new StaffAppointed(who, "职员", List.of(lot.pick(List.of(Role.values()))), null);
            default ->
                new StaffAppointed("sun", "孙敏", List.of(Role.CLERK, Role.APPROVER), lot.pick(node.notebook.volunteers));
        };
        return post(node, Roster.MANAGER, event);
    }

    String enrol(SimNode node) {
        byte[] commitment = new byte[Hash.SIZE_BYTES];
        lot.random().nextBytes(commitment);
        Event event = new VolunteerEnrolled(Hash.of(commitment), node.ledger().today());
        return post(
                node, roster.mostly(CLERK), event, id -> Notebook.note(node.notebook.volunteers, new VolunteerNo(id)));
    }

    String open(SimNode node) {
        boolean some = lot.chance(0.3);
        Event event = new ActivityOpened(
                "活动",
                "社区",
                lot.pick(CATEGORIES),
                some ? node.ledger().today().minusDays(1) : null,
                some ? node.ledger().today().plusDays(lot.below(10)) : null,
                null,
                lot.chance(0.5) ? lot.between(0, 240) : null);
        return post(node, roster.mostly(CLERK), event, id -> Notebook.note(node.notebook.activities, id));
    }

    private String close(SimNode node) {
        EntryId activity = oneOf(node.notebook.activities, node);
        Event event = new ActivityClosed(activity, lot.chance(0.5) ? lot.between(1, 5) : null, null);
        return post(node, roster.mostly(CLERK), event, id -> {
            if (lot.chance(0.9)) {
                node.notebook.activities.remove(activity);
            }
        });
    }

    private String checkIn(SimNode node, List<SimNode> others) {
        VolunteerNo who = somebody(node, others);
        EntryId activity = oneOf(node.notebook.activities, node);
        Event event = new CheckedIn(who, activity);
        return post(
                node,
                roster.ownHandOr(who, CLERK),
                event,
                id -> Notebook.note(
                        node.notebook.visits,
                        new Visit(id, who, activity, node.clock.instant().getEpochSecond())));
    }

    /** Who is here by the books; or, now and then, by what people remember. */
    private List<Visit> visits(SimNode node) {
        return lot.chance(0.9) ? node.ledger().books().toDo().visits() : node.notebook.visits;
    }

    private String checkOut(SimNode node) {
        List<Visit> visits = visits(node);
        if (visits.isEmpty()) {
            return "nobody is here";
        }
        Visit visit = lot.pick(visits);
        Actor by = roster.ownHandOr(visit.volunteer(), CLERK);
        return post(node, by, new CheckedOut(visit.volunteer(), visit.checkIn()), id -> {
            boolean waits = node.ledger()
                    .books()
                    .record(id)
                    .filter(record -> record.state() == ServiceRecord.State.PENDING)
                    .isPresent();
            Notebook.note(waits ? node.notebook.pending : node.notebook.approved, id);
        });
    }

    /** A clerk ends what nobody ended, or what somebody still may. */
    private String missed(SimNode node) {
        List<Visit> visits = visits(node);
        if (visits.isEmpty()) {
            return "nobody is here";
        }
        Visit visit = visits.get(0);
        return post(node, roster.mostly(CLERK), new CheckOutMissed(visit.volunteer(), visit.checkIn()), id -> {
            Notebook.note(node.notebook.pending, id);
        });
    }
}
