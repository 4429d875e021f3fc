package linli.sim;

import java.util.List;
import java.util.function.Consumer;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.VolunteerNo;

/** A desk in an office: what people come to it for, right or wrong. */
abstract class Desk {
    final Lot lot;
    final Roster roster;
    final Scribe scribe;

    Desk(Scribe scribe) {
        this.scribe = scribe;
        this.lot = scribe.lot();
        this.roster = new Roster(lot);
    }

    /** One act at this node, which has volunteers and activities; tells in a word how it went. */
    abstract String act(SimNode node, List<SimNode> others);

    String post(SimNode node, Actor by, Event event, Consumer<EntryId> recorded) {
        return scribe.post(node, by, event, recorded);
    }

    String post(SimNode node, Actor by, Event event) {
        return scribe.post(node, by, event, id -> {});
    }

    /** Mostly somebody of this branch; sometimes somebody of another, known here or not. */
    VolunteerNo somebody(SimNode node, List<SimNode> others) {
        List<VolunteerNo> elsewhere =
                others.isEmpty() || lot.chance(0.9) ? List.of() : lot.pick(others).notebook.volunteers;
        return lot.pick(elsewhere.isEmpty() ? node.notebook.volunteers : elsewhere);
    }

    /** Of a few that come along, who has most to spend. */
    VolunteerNo somebodyWithPoints(SimNode node, List<SimNode> others) {
        VolunteerNo richest = somebody(node, others);
        for (int i = 0; i < 4; i++) {
            VolunteerNo other = somebody(node, others);
            richest = held(node, other) > held(node, richest) ? other : richest;
        }
        return richest;
    }

    private static long held(SimNode node, VolunteerNo who) {
        return node.ledger().books().held(who);
    }

    /** One of these; now and then an entry that is something else, or nothing. */
    EntryId oneOf(List<EntryId> some, SimNode node) {
        return some.isEmpty() || lot.chance(0.04) ? new EntryId(node.branch(), lot.below(60)) : lot.pick(some);
    }

    /** The policy in force, or, now and then, another. */
    int policy(SimNode node) {
        int inForce =
                node.ledger().books().policy().map(adopted -> adopted.version()).orElse(1);
        return lot.chance(0.97) ? inForce : inForce + 1;
    }
}
