package linli.sim;

import static linli.sim.Roster.APPROVER;
import static linli.sim.Roster.CLERK;

import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.HoursEvent.PublicityEnded;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/** The hours' desk: records, corrections, who approves them, who objects, and the wall they hang on. */
final class OfficeHours extends Desk {
    OfficeHours(Scribe scribe) {
        super(scribe);
    }

    @Override
    String act(SimNode node, List<SimNode> others) {
        return switch (lot.below(16)) {
            case 0, 1, 2, 3 -> record(node, others);
            case 4 -> correct(node);
            case 5, 6, 7, 8 -> approve(node);
            case 9 -> reject(node);
            case 10 -> reverse(node);
            case 11, 12 -> dispute(node);
            case 13 -> dismiss(node);
            default -> endPublicity(node);
        };
    }

    String record(SimNode node, List<SimNode> others) {
        return record(node, somebody(node, others), null);
    }

    private String record(SimNode node, VolunteerNo who, @Nullable EntryId corrects) {
        Event event = new HoursRecorded(
                who,
                oneOf(node.notebook.activities, node),
                node.ledger().today().minusDays(lot.between(-1, 6)),
                null,
                null,
                lot.between(0, 600),
                lot.chance(0.2) ? "补录" : null,
                corrects);
        return post(node, roster.mostly(CLERK), event, id -> Notebook.note(node.notebook.pending, id));
    }

    /** What was struck is written down anew, as it should have been. */
    private String correct(SimNode node) {
        List<EntryId> wrong = lot.chance(0.85) ? node.notebook.struck : node.notebook.approved;
        if (wrong.isEmpty()) {
            return "nothing to correct";
        }
        EntryId record = lot.pick(wrong);
        VolunteerNo whose = node.ledger()
                .books()
                .record(record)
                .map(ServiceRecord::volunteer)
                .orElseGet(() -> lot.pick(node.notebook.volunteers));
        return record(node, whose, record);
    }

    private String approve(SimNode node) {
        List<EntryId> pending = node.notebook.pending;
        if (pending.isEmpty()) {
            return "nothing to approve";
        }
        int first = lot.below(pending.size());
        int count = lot.between(1, Math.min(8, pending.size() - first));
        List<EntryId> some = List.copyOf(pending.subList(first, first + count));
        return post(node, roster.mostly(APPROVER), new HoursApproved(some, policy(node)), id -> {
            pending.removeAll(some);
            some.forEach(record -> Notebook.note(node.notebook.approved, record));
        });
    }

    private String reject(SimNode node) {
        EntryId record = oneOf(node.notebook.pending, node);
        return post(node, roster.mostly(APPROVER), new HoursRejected(record, "有误"), id -> {
            node.notebook.pending.remove(record);
            Notebook.note(node.notebook.struck, record);
        });
    }

    private String reverse(SimNode node) {
        EntryId record = oneOf(node.notebook.approved, node);
        return post(node, roster.mostly(APPROVER), new HoursReversed(record, "更正"), id -> {
            Notebook.note(node.notebook.struck, record);
            node.notebook.disputed.remove(record);
        });
    }

    /** Somebody at the wall objects to one of the newest. */
    private String dispute(SimNode node) {
        EntryId record = oneOf(node.notebook.approved, node);
        return post(
                node,
                roster.mostly(CLERK),
                new HoursDisputed(record, "异议"),
                id -> Notebook.note(node.notebook.disputed, record));
    }

    private String dismiss(SimNode node) {
        EntryId record = oneOf(lot.chance(0.9) ? node.notebook.disputed : node.notebook.approved, node);
        Actor by = roster.mostly(lot.chance(0.5) ? APPROVER : Roster.MANAGER);
        return post(node, by, new DisputeDismissed(record, "属实"), id -> node.notebook.disputed.remove(record));
    }

    /** An approver takes down what is due, or what is not. */
    private String endPublicity(SimNode node) {
        Books books = node.ledger().books();
        List<EntryId> due = books.toDo().publicityOver(node.ledger().today()).stream()
                .map(ServiceRecord::id)
                .limit(lot.between(1, 30))
                .toList();
        List<EntryId> some = due.isEmpty() || lot.chance(0.2) ? List.of(oneOf(node.notebook.approved, node)) : due;
        return post(node, roster.mostly(APPROVER), new PublicityEnded(some));
    }
}
