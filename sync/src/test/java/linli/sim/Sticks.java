package linli.sim;

import java.util.List;
import java.util.stream.IntStream;

/** What people do with sticks: write them, lose them, copy them by half, plug them in where they do not belong. */
final class Sticks {
    private static final int STICKS = 4;
    private static final int ALL_FILES = Integer.MAX_VALUE;

    private final World world;
    private final Registrar registrar;
    private final Courier courier;
    private final Lot lot;
    private final List<Stick> sticks;

    Sticks(World world, Registrar registrar, Lot lot) {
        this.world = world;
        this.registrar = registrar;
        this.courier = new Courier(world);
        this.lot = lot;
        this.sticks = IntStream.range(0, STICKS)
                .mapToObj(number -> world.stick("stick-" + number))
                .toList();
    }

    /** Somebody writes one for another node, sometimes for one that is not there at all. */
    String write() {
        SimNode node = lot.pick(world.running());
        Stick stick = lot.pick(sticks);
        int reader = lot.below(registrar.branches() + 1);
        String went = courier.write(node, stick, reader, lot.chance(0.1), pulledOut());
        return node + " for " + reader + " on " + stick + ": " + went;
    }

    /** Somebody plugs one in; whoever wrote it, and however long ago. */
    String read() {
        SimNode node = lot.pick(world.running());
        Stick stick = lot.pick(sticks);
        return node + " " + stick + ": " + courier.read(node, stick, lot.chance(0.3), pulledOut());
    }

    /** One is written and carried at once, as it is meant. */
    String carry() {
        SimNode from = lot.pick(world.running());
        List<SimNode> others = world.others(from);
        if (others.isEmpty()) {
            return "to nobody";
        }
        SimNode to = lot.pick(others);
        Stick stick = lot.pick(sticks);
        String written = courier.write(from, stick, to.branch(), false, Courier.TO_THE_END);
        if (!to.isRunning()) {
            return from + " to " + to + ": " + written;
        }
        return from + " to " + to + ": " + written + ", " + courier.read(to, stick, false, Courier.TO_THE_END);
    }

    private int pulledOut() {
        return lot.chance(0.25) ? lot.below(12) : Courier.TO_THE_END;
    }

    String copy() {
        Stick from = lot.pick(sticks);
        Stick to = lot.pick(sticks);
        if (from == to) {
            return "on itself";
        }
        boolean all = to.copyFrom(from, lot.chance(0.5) ? lot.between(1, 6) : ALL_FILES);
        world.tally.count(all ? Seen.STICK_COPIED : Seen.STICK_COPIED_HALF);
        return from + " to " + to + (all ? "" : " by half");
    }

    String spoil() {
        Stick stick = lot.pick(sticks);
        boolean forged = lot.chance(0.4);
        world.tally.count(forged ? Seen.STICK_FORGED : Seen.STICK_SPOILT);
        return stick + " " + (forged ? stick.forge(lot) : stick.spoil(lot));
    }
}
