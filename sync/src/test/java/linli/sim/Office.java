package linli.sim;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.Role;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.LedgerException;
import linli.ledger.Outcome;
import linli.ledger.Transfer;
import linli.ledger.Volume;
import linli.log.Hash;
import linli.log.LogView;

/** What people do at a node on any day. */
final class Office {
    private static final Actor MANAGER = new Actor.Staff("lin");
    private static final Actor CLERK = new Actor.Staff("wang");
    private static final Actor APPROVER = new Actor.Staff("li");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 21);
    private static final List<String> CATEGORIES = List.of("service", "elder-care", "culture", "no-such");

    private final Lot lot;
    private final Tally tally;

    Office(Lot lot, Tally tally) {
        this.lot = lot;
        this.tally = tally;
    }

    /** One act at this node; tells in a word how it went. */
    String act(SimNode node, List<SimNode> others) {
        Notebook book = node.notebook;
        if (!book.staffed) {
            return hire(node);
        }
        if (book.volunteers.isEmpty() || book.activities.isEmpty()) {
            return book.volunteers.isEmpty() ? enrol(node) : open(node);
        }
        return switch (lot.below(16)) {
            case 0 -> enrol(node);
            case 1 -> lot.chance(0.5) ? open(node) : close(node);
            case 2 -> lot.chance(0.3) ? staff(node) : adjust(node);
            case 3, 4 -> checkIn(node, others);
            case 5, 6 -> checkOut(node);
            case 7, 8 -> record(node, others);
            case 9 -> approve(node);
            case 10 -> reject(node);
            case 11 -> reverse(node);
            case 12, 13 -> send(node, others);
            default -> receive(node, others);
        };
    }

    private String hire(SimNode node) {
        post(node, Actor.NODE, new CosignerNamed(node.cosigner().toString()), id -> {});
        post(node, Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null), id -> {});
        post(node, MANAGER, new StaffAppointed("wang", "王芳", List.of(Role.CLERK), null), id -> {});
        return post(
                node,
                MANAGER,
                new StaffAppointed("li", "李强", List.of(Role.APPROVER), null),
                id -> node.notebook.staffed = true);
    }

    private String staff(SimNode node) {
        String who = "staff-" + lot.below(5);
        Event event = lot.chance(0.5)
                ? new StaffAppointed(who, "职员", List.of(lot.pick(List.of(Role.values()))), null)
                : new StaffDismissed(who, "退休");
        return post(node, MANAGER, event, id -> {});
    }

    private String enrol(SimNode node) {
        byte[] commitment = new byte[Hash.SIZE_BYTES];
        lot.random().nextBytes(commitment);
        Event event = new VolunteerEnrolled(Hash.of(commitment), TODAY);
        return post(node, CLERK, event, id -> node.notebook.volunteers.add(new VolunteerNo(id)));
    }

    private String open(SimNode node) {
        Event event = new ActivityOpened("活动", "社区", lot.pick(CATEGORIES), null, null, null, null);
        return post(node, CLERK, event, node.notebook.activities::add);
    }

    private String close(SimNode node) {
        return post(node, CLERK, new ActivityClosed(lot.pick(node.notebook.activities), null, null), id -> {});
    }

    /** Mostly somebody of this branch; sometimes somebody of another, known here or not. */
    private VolunteerNo somebody(SimNode node, List<SimNode> others) {
        List<VolunteerNo> elsewhere =
                others.isEmpty() || lot.chance(0.8) ? List.of() : lot.pick(others).notebook.volunteers;
        return lot.pick(elsewhere.isEmpty() ? node.notebook.volunteers : elsewhere);
    }

    private String checkIn(SimNode node, List<SimNode> others) {
        VolunteerNo who = somebody(node, others);
        Event event = new CheckedIn(who, lot.pick(node.notebook.activities));
        return post(node, new Actor.Volunteer(who), event, id -> node.notebook.visits.add(new Notebook.Visit(who, id)));
    }

    private String checkOut(SimNode node) {
        if (node.notebook.visits.isEmpty()) {
            return "nobody is here";
        }
        Notebook.Visit visit = node.notebook.visits.remove(lot.below(node.notebook.visits.size()));
        Actor by = lot.chance(0.7) ? new Actor.Volunteer(visit.volunteer()) : CLERK;
        return post(node, by, new CheckedOut(visit.volunteer(), visit.checkIn()), node.notebook.approved::add);
    }

    private String record(SimNode node, List<SimNode> others) {
        Event event = new HoursRecorded(
                somebody(node, others),
                lot.pick(node.notebook.activities),
                TODAY.minusDays(lot.below(3)),
                null,
                null,
                lot.between(0, 600),
                lot.chance(0.2) ? "补录" : null,
                null);
        return post(node, CLERK, event, node.notebook.pending::add);
    }

    /** Many records at once, so that logs reach over more than one tile. */
    String many(SimNode node, int count) {
        String last = "";
        if (node.notebook.volunteers.isEmpty() || node.notebook.activities.isEmpty()) {
            return act(node, List.of());
        }
        for (int i = 0; i < count && !node.disk().powerLost(); i++) {
            last = record(node, List.of());
        }
        return count + " times, at last " + last;
    }

    private String approve(SimNode node) {
        List<EntryId> pending = node.notebook.pending;
        if (pending.isEmpty()) {
            return "nothing to approve";
        }
        List<EntryId> some = List.copyOf(pending.subList(0, lot.between(1, Math.min(5, pending.size()))));
        int policy =
                node.ledger().books().policy().map(adopted -> adopted.version()).orElse(1);
        return post(node, APPROVER, new HoursApproved(some, policy), id -> {
            pending.removeAll(some);
            node.notebook.approved.addAll(some);
        });
    }

    private String reject(SimNode node) {
        List<EntryId> pending = node.notebook.pending;
        return pending.isEmpty()
                ? "nothing to reject"
                : post(node, APPROVER, new HoursRejected(lot.pick(pending), "有误"), id -> {});
    }

    private String reverse(SimNode node) {
        List<EntryId> approved = node.notebook.approved;
        return approved.isEmpty()
                ? "nothing to reverse"
                : post(node, APPROVER, new HoursReversed(lot.pick(approved), "更正"), id -> {});
    }

    private String adjust(SimNode node) {
        int points = lot.between(-5, 30);
        return points == 0
                ? "nothing to adjust"
                : post(
                        node,
                        MANAGER,
                        new PointsAdjusted(lot.pick(node.notebook.volunteers), points, Basis.CIVIC_ACT, "好人好事", null),
                        id -> {});
    }

    private String send(SimNode node, List<SimNode> others) {
        if (others.isEmpty()) {
            return "nowhere to send to";
        }
        VolunteerNo who = somebody(node, others);
        Actor by = lot.chance(0.7) ? new Actor.Volunteer(who) : CLERK;
        return post(
                node,
                by,
                node.ledger()
                        .books()
                        .passbooks()
                        .sending(
                                who,
                                lot.between(1, 20),
                                lot.pick(others).branch(),
                                node.ledger().today()),
                id -> {});
    }

    /** With a slip in somebody's hand, or because the sending branch's log is here; also a second time. */
    private String receive(SimNode node, List<SimNode> others) {
        SimNode knows = lot.chance(0.5) || others.isEmpty() ? node : lot.pick(others);
        List<Transfer> sent = knows.isRunning() ? knows.ledger().books().inTransit() : List.of();
        List<Transfer> here = sent.stream()
                .filter(transfer -> transfer.toBranch() == node.branch() || lot.chance(0.05))
                .toList();
        return here.isEmpty() ? "nothing to receive" : receive(node, knows.ledger(), lot.pick(here));
    }

    private String receive(SimNode node, Ledger knows, Transfer transfer) {
        Volume volume = knows.volumeOf(transfer.sent()).orElse(null);
        LogView log = volume == null ? null : knows.log(volume).orElse(null);
        if (volume == null || log == null) {
            return "the slip is lost";
        }
        SignedEntry slip = SignedEntry.of(log.entry(volume.placeOf(transfer.sent())));
        Actor by = lot.chance(0.5) ? Actor.NODE : new Actor.Volunteer(transfer.volunteer());
        return post(
                node,
                by,
                new PointsReceived(transfer.sent(), transfer.volunteer(), transfer.points(), slip),
                id -> tally.count(Seen.SLIP_RECEIVED));
    }

    /** Posts, and sends the same request again where no answer came, as a kiosk does. */
    String post(SimNode node, Actor by, Event event, Consumer<EntryId> recorded) {
        Draft draft = new Draft(by, lot.request(), event);
        String answer = post(node, draft, recorded);
        boolean again = lot.chance(0.05) || (answer.equals("DISK") && lot.chance(0.5));
        return again && node.isRunning() ? answer + ", again " + post(node, draft, recorded) : answer;
    }

    private String post(SimNode node, Draft draft, Consumer<EntryId> recorded) {
        String what = draft.event().getClass().getSimpleName() + " ";
        try {
            Outcome outcome = node.ledger().post(draft);
            if (outcome instanceof Outcome.Recorded done) {
                node.promises.acknowledged(done, draft.request());
                if (!done.repeated()) {
                    recorded.accept(done.id());
                }
                tally.count(Seen.ENTRY_WRITTEN);
                return what + done.id();
            }
            return what + ((Outcome.Refused) outcome).code();
        } catch (LedgerException e) {
            Excuses.require(node, e);
            return what + e.code();
        }
    }
}
