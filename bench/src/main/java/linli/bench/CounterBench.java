package linli.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import linli.entry.VolunteerNo;

/**
 * How long one volunteer waits at the counter, with a short log and with a long one: for their balance with the newest lines of
 * their passbook, and for a redemption until it is durable.
 */
final class CounterBench implements AutoCloseable {
    private static final String LOOK_UP = "look-up of a balance";
    private static final String REDEMPTION = "redemption";
    private static final String BOUND = "1 signature + 1 forced write";
    private static final int[] PERCENTS = {50, 99};

    private static final int CUSTOMERS = 960;
    private static final int LINES = 20;

    private final SampleNode node;
    private final SampleShop shop;
    private final List<VolunteerNo> customers = new ArrayList<>();
    private final Random random = new Random(2025);
    private int turn;

    /** A shop in a node with a past. Where that is so short that few people have one, others come. */
    private CounterBench(Path folder) {
        this.node = SampleNode.open(folder, FastClock.from(Instant.now()));
        node.ledger().books().volunteers(page -> customers.add(page.no()));
        customers.addAll(node.enrol(Math.max(0, CUSTOMERS - customers.size())));
        this.shop = SampleShop.open(node, customers);
    }

    static void run(Path work, Path brief, Path year, Effort effort, Result result) throws Exception {
        Rounds few = measure(brief, work, effort);
        Rounds many = measure(year, work, effort);
        for (int percent : PERCENTS) {
            String what = LOOK_UP + within(percent);
            result.bound(label(what, effort.shortEntries()), few.series(what), "µs");
            result.line(
                    label(what, effort.entries()), many.series(what), "µs", "the same, short log", few.series(what));
        }
        for (int percent : PERCENTS) {
            String what = REDEMPTION + within(percent);
            String bound = BOUND + within(percent);
            result.line(label(what, effort.shortEntries()), few.series(what), "µs", bound, few.series(bound));
            result.line(label(what, effort.entries()), many.series(what), "µs", bound, many.series(bound));
        }
    }

    private static String within(int percent) {
        return ", p" + percent;
    }

    private static String label(String what, long entries) {
        return String.format("%s, %,d entries", what, entries);
    }

    private static Rounds measure(Path year, Path work, Effort effort) throws Exception {
        Path folder = work.resolve("counter");
        Scratch.delete(folder);
        Rounds rounds = new Rounds();
        try (CounterBench counter = new CounterBench(Scratch.copy(year, folder));
                Bounds.Signed bound = new Bounds.Signed(folder.resolve("forced"))) {
            for (int percent : PERCENTS) {
                measure(LOOK_UP, percent, counter::lookUp, effort, rounds);
                measure(BOUND, percent, bound, effort, rounds);
                measure(REDEMPTION, percent, counter::redeem, effort, rounds);
            }
            rounds.warmUpAndRun(effort.rounds());
        }
        Scratch.delete(folder);
        return rounds;
    }

    private static void measure(String what, int percent, Rate.Work work, Effort effort, Rounds rounds) {
        rounds.measure(
                what + within(percent),
                () -> Latencies.of(effort.visits(), work).micros(percent));
    }

    private int lookUp() {
        VolunteerNo no = customers.get(random.nextInt(customers.size()));
        return node.ledger().books().together(books -> {
            books.passbooks().balance(no);
            books.passbooks().lots(no);
            return books.passbooks()
                    .movements(no.entry().branch(), no, null, LINES)
                    .size();
        });
    }

    private int redeem() {
        shop.redeem(customers.get(turn++ % customers.size()));
        return 1;
    }

    @Override
    public void close() {
        node.close();
    }
}
