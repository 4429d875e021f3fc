package linli.sim;

import static linli.sim.Roster.CLERK;
import static linli.sim.Roster.MANAGER;

import java.time.LocalDate;
import java.util.List;
import linli.entry.Actor;
import linli.entry.PointsEvent;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsExpired;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.ledger.Ledger;
import linli.ledger.ToDo;
import linli.ledger.Transfer;
import linli.ledger.Volume;
import linli.log.LogView;

/** The points' desk: granted and taken by hand, lapsed, sent away, received. */
final class OfficePoints extends Desk {
    OfficePoints(Scribe scribe) {
        super(scribe);
    }

    @Override
    String act(SimNode node, List<SimNode> others) {
        return switch (lot.below(8)) {
            case 0, 1 -> adjust(node);
            case 2 -> expire(node);
            case 3, 4, 5 -> send(node, others);
            default -> receive(node, others);
        };
    }

    private String adjust(SimNode node) {
        int points = lot.between(-20, lot.chance(0.3) ? 250 : 30);
        if (points == 0) {
            return "nothing to adjust";
        }
        Basis basis = lot.pick(List.of(Basis.values()));
        String second = lot.chance(0.4) ? roster.second() : null;
        VolunteerNo who = lot.pick(node.notebook.volunteers);
        return post(node, roster.mostly(MANAGER), new PointsAdjusted(who, points, basis, "好人好事", second));
    }

    /** What has lapsed, or what somebody thinks has. */
    private String expire(SimNode node) {
        LocalDate upTo = node.ledger().today().minusDays(lot.chance(0.8) ? 1 : lot.below(3));
        List<ToDo.Lapsed> lapsed = node.ledger().books().toDo().lapsedAfter(upTo);
        PointsExpired event = lapsed.isEmpty() || lot.chance(0.2)
                ? new PointsExpired(lot.pick(node.notebook.volunteers), lot.between(1, 20), upTo)
                : expired(lot.pick(lapsed), upTo);
        return post(node, roster.mostly(MANAGER), event);
    }

    private static PointsExpired expired(ToDo.Lapsed lapsed, LocalDate upTo) {
        return new PointsExpired(lapsed.volunteer(), lapsed.points(), upTo);
    }

    private String send(SimNode node, List<SimNode> others) {
        if (others.isEmpty()) {
            return "nowhere to send to";
        }
        VolunteerNo who = somebodyWithPoints(node, others);
        int toBranch = lot.chance(0.97) ? lot.pick(others).branch() : node.branch();
        int points = lot.between(1, lot.chance(0.8) ? 15 : 100);
        PointsSent right = node.ledger()
                .books()
                .passbooks()
                .sending(who, points, toBranch, node.ledger().today());
        PointsSent event = lot.chance(0.95) ? right : later(right);
        return post(node, roster.ownHandOr(who, CLERK), event, id -> {
            if (lapses(event)) {
                scribe.tally().count(Seen.SLIP_WITH_A_DAY);
            }
        });
    }

    /** The same points, as if they lapsed on another day. */
    private static PointsSent later(PointsSent right) {
        PointsEvent.Lot lot = new PointsEvent.Lot(right.points(), LocalDate.of(2031, 1, 31));
        return new PointsSent(right.volunteer(), right.points(), right.toBranch(), List.of(lot));
    }

    private static boolean lapses(PointsSent sent) {
        return sent.lots().stream().anyMatch(lot -> lot.lapsesAfter() != null);
    }

    /** With a slip in somebody's hand, or because the sending branch's log is here; also a second time. */
    private String receive(SimNode node, List<SimNode> others) {
        SimNode knows = lot.chance(0.5) || others.isEmpty() ? node : lot.pick(others);
        List<Transfer> sent =
                knows.isRunning() ? knows.ledger().books().transit().inTransit() : List.of();
        List<Transfer> here = sent.stream()
                .filter(transfer -> transfer.toBranch() == node.branch() || lot.chance(0.02))
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
        PointsReceived event = new PointsReceived(transfer.sent(), transfer.volunteer(), transfer.points(), slip);
        return post(node, by, event, id -> scribe.tally().count(Seen.SLIP_RECEIVED));
    }
}
