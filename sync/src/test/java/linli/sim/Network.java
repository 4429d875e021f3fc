package linli.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies between the nodes: who reaches whom, what gets lost, and what comes late. */
final class Network {
    /**
     * How bad it is; each is the share of messages that it happens to.
     *
     * @param lost the request never arrives
     * @param delayed it arrives at any time after its sender has given it up, behind others that were sent later
     * @param again it arrives, and once more at any later time
     * @param twice it arrives twice
     * @param crossed another message arrives while its body is on its way
     * @param cut the body breaks off somewhere
     * @param unanswered it arrives, and the answer never comes
     * @param slow the answer comes too late to be waited for
     * @param old the list of logs in the answer was true when the one before it was given
     * @param lies somebody on the way, or the other node, changes the answer
     */
    record Weather(
            double lost,
            double delayed,
            double again,
            double twice,
            double crossed,
            double cut,
            double unanswered,
            double slow,
            double old,
            double lies) {
        static final Weather FAIR = new Weather(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        static Weather of(Lot lot) {
            return new Weather(
                    some(lot),
                    some(lot),
                    some(lot),
                    some(lot),
                    some(lot),
                    some(lot),
                    some(lot),
                    some(lot),
                    some(lot),
                    some(lot) / 2);
        }

        private static double some(Lot lot) {
            return lot.chance(0.4) ? 0 : lot.random().nextDouble() * 0.15;
        }
    }

    /** A message that comes to a node long after it was sent. */
    @FunctionalInterface
    interface LateMail {
        /** Tells how it was answered. */
        String deliver();
    }

    private static final int MOST_LATE = 40;

    private final List<LateMail> late = new ArrayList<>();
    private final Map<String, Integer> islands = new HashMap<>();
    private final Set<String> hermits = new HashSet<>();
    final Tally tally;
    Weather weather = Weather.FAIR;

    Network(Tally tally) {
        this.tally = tally;
    }

    /** Whether the two can meet. */
    boolean connects(SimNode one, SimNode other) {
        return !hermits.contains(one.name()) && !hermits.contains(other.name()) && reaches(one, other);
    }

    /** Whether there is a way at all: to join, or to come back from a loss, even a hermit is brought to a network. */
    boolean reaches(SimNode one, SimNode other) {
        return islandOf(one) == islandOf(other);
    }

    private int islandOf(SimNode node) {
        return islands.getOrDefault(node.name(), 0);
    }

    /** From now on this node meets nobody: whatever it hears comes by stick. */
    void seclude(SimNode node) {
        hermits.add(node.name());
        tally.count(Seen.HERMIT);
    }

    boolean hasHermits() {
        return !hermits.isEmpty();
    }

    /** Splits the nodes into so many islands. */
    void split(List<SimNode> nodes, int parts, Lot lot) {
        nodes.forEach(node -> islands.put(node.name(), lot.below(parts)));
        tally.count(Seen.PARTITION);
    }

    void heal() {
        islands.clear();
    }

    void keepForLater(LateMail mail) {
        if (late.size() < MOST_LATE) {
            late.add(mail);
        }
    }

    boolean hasLateMail() {
        return !late.isEmpty();
    }

    LateMail takeLateMail(Lot lot) {
        return late.remove(lot.below(late.size()));
    }
}
