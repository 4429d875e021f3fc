package linli.node;

import java.util.List;
import java.util.Optional;
import linli.demo.DemoClock;
import linli.demo.DemoCommunity;
import linli.demo.DemoLife;
import linli.demo.DemoTransfer;
import linli.demo.DemoYear;
import linli.entry.VolunteerNo;
import linli.sync.SyncStatus;
import org.jspecify.annotations.Nullable;

/** A community of the demonstration with its node, which stands still while its year is told, and then runs. */
final class DemoBranch implements AutoCloseable {
    static final String PIN = "246810";
    private static final int GIVEN_PINS = 3;

    private final DemoCommunity community;
    private final DemoClock clock;
    private final OpenNode node;
    private volatile List<VolunteerNo> volunteers = List.of();
    private @Nullable RunningNode running;

    DemoBranch(DemoCommunity community, DemoClock clock, OpenNode node) {
        this.community = community;
        this.clock = clock;
        this.node = node;
    }

    void tell(DemoCounty.Story story, Runnable dayDone) {
        long seed = story.seed() + number();
        volunteers = DemoYear.tell(
                node.office(), clock, community, seed, story.first(), story.days(), story.people(), dayDone);
        withPin().forEach(no -> node.office().setPin(no, PIN.toCharArray()));
    }

    /** Those whose PIN is given away. */
    List<VolunteerNo> withPin() {
        return volunteers.subList(0, Math.min(GIVEN_PINS, volunteers.size()));
    }

    Optional<DemoTransfer> send(DemoBranch to) {
        return DemoTransfer.send(node.ledger(), volunteers, to.number());
    }

    void receive(DemoTransfer transfer) {
        transfer.receive(node.ledger());
    }

    DemoLife.Kiosk kiosk() {
        return new DemoLife.Kiosk(node.ledger(), volunteers, community);
    }

    /** Lets it run with the world's clock. */
    void run(HttpSettings pages, HttpSettings peers) {
        clock.told();
        running = RunningNode.start(node, pages, Optional.of(peers));
    }

    int number() {
        return node.ledger().node().branch();
    }

    OpenNode node() {
        return node;
    }

    /** Empty until it runs. */
    Optional<RunningNode> running() {
        return Optional.ofNullable(running);
    }

    /** Entries that the county has yet to get, all of them while it has said nothing. */
    long toCarry() {
        return running().flatMap(RunningNode::status).map(SyncStatus::toCarry).orElse(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        if (running == null) {
            node.close();
        } else {
            running.close();
        }
    }
}
