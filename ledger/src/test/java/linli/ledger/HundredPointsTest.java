package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches that are cut off from everything, and one volunteer with a hundred points and a card. */
class HundredPointsTest {
    private static final int ACTS = 120;
    private static final int LIVES = 6;

    @TempDir
    Path folder;

    private Network network;
    private Site home;
    private Site away;
    private VolunteerNo chen;
    private final Map<Site, EntryId> eggs = new HashMap<>();
    private final Map<Site, List<EntryId>> redeemed = new HashMap<>();
    /** The slips that were ever printed; whoever received one may come with it again. */
    private final List<PointsReceived> slips = new ArrayList<>();

    @BeforeEach
    void begin() {
        begin(folder.resolve("first"));
    }

    private void begin(Path root) {
        network = new Network(root);
        home = shop(network.join());
        away = shop(network.join());
        network.meet(home);
        chen = home.rich(100);
        slips.clear();
    }

    /** Eggs are one point each. */
    private Site shop(Site site) {
        EntryId egg = site.ok(new ItemListed("鸡蛋", "个", 1, null));
        site.ok(new StockReceived(egg, 1_000_000, null));
        eggs.put(site, egg);
        redeemed.put(site, new ArrayList<>());
        return site;
    }

    @AfterEach
    void end() {
        network.close();
    }

    private Actor card() {
        return new Actor.Volunteer(chen);
    }

    private Outcome spend(Site at, long points) {
        Event event = new PointsRedeemed(chen, List.of(new Line(eggs.get(at), (int) points)), points);
        Draft draft = Draft.once(card(), event);
        Outcome outcome = at.ledger().post(draft);
        at.ledger().post(draft); // They press twice.
        if (outcome instanceof Outcome.Recorded recorded) {
            redeemed.get(at).add(recorded.id());
        }
        return outcome;
    }

    private void assertRefused(Rejection code, Outcome outcome) {
        assertEquals(code, ((Outcome.Refused) outcome).code());
    }

    private long spent() {
        return List.of(home, away).stream()
                .flatMap(site -> redeemed.get(site).stream()
                        .map(id -> site.books().shop().redemption(id).orElseThrow()))
                .filter(redemption -> redemption.reversal() == null)
                .mapToLong(Redemption::points)
                .sum();
    }

    private long held() {
        return home.books().held(chen) + away.books().held(chen);
    }

    private long onTheirWay() {
        return slips.stream()
                .filter(slip -> addressee(slip)
                        .books()
                        .transit()
                        .receipt(addressee(slip).number(), slip.sent())
                        .isEmpty())
                .mapToLong(PointsReceived::points)
                .sum();
    }

    private Site addressee(PointsReceived slip) {
        return slip.sent().branch() == home.number() ? away : home;
    }

    @Test
    void aCardAloneIsWorthNothingWhereThePointsAreNot() {
        assertTrue(spend(away, 1) instanceof Outcome.Refused);
        assertRefused(Rejection.NOT_ENOUGH_POINTS, spend(home, 101));
        spend(home, 100).idOrThrow();
        assertRefused(Rejection.NOT_ENOUGH_POINTS, spend(home, 1));
        assertEquals(100, spent());
    }

    @Test
    void aSlipCarriedByHandLetsExactlyAHundredBeSpent() {
        PointsReceived slip = home.send(chen, 100, away);
        assertRefused(Rejection.NOT_ENOUGH_POINTS, spend(home, 1));
        away.ok(slip);
        assertEquals(Rejection.ALREADY_RECEIVED, away.refused(slip));
        assertRefused(Rejection.NOT_ENOUGH_POINTS, spend(away, 101));
        spend(away, 100).idOrThrow();
        assertRefused(Rejection.NOT_ENOUGH_POINTS, spend(away, 1));
        assertEquals(100, spent());
        network.meetAll();
        network.nodes().forEach(node -> assertEquals(List.of(), node.books().findings()));
    }

    @Test
    void noSequenceOfActsLetsAHundredAndOneBeSpent() {
        long seed = System.nanoTime();
        System.out.println("HundredPointsTest lives with seed " + seed);
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            end();
            begin(folder.resolve("life-" + life));
            live(random, "life " + life + " of seed " + seed);
        }
    }

    private void live(Random random, String where) {
        for (int act = 0; act < ACTS; act++) {
            act(random);
            assertEquals(100, spent() + held() + onTheirWay(), () -> "nothing is made or lost in " + where);
            assertTrue(held() >= 0 && spent() <= 100, where);
        }
        network.clock.pass(Duration.ofDays(1));
        slips.forEach(slip -> addressee(slip).post(Actor.NODE, slip));
        List.of(home, away).forEach(site -> {
            long left = site.books().held(chen);
            if (left > 0) {
                spend(site, left).idOrThrow();
            }
            assertTrue(spend(site, 1) instanceof Outcome.Refused, where);
        });
        assertEquals(100, spent(), where);
        network.meetAll();
        network.nodes().forEach(node -> assertEquals(List.of(), node.books().findings(), where));
    }

    private void act(Random random) {
        Site site = random.nextBoolean() ? home : away;
        Site other = site == home ? away : home;
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> spend(site, 1 + random.nextInt(random.nextInt(5) == 0 ? 101 : 30));
            case 3, 4 -> send(site, other, 1 + random.nextInt(random.nextInt(5) == 0 ? 101 : 40));
            case 5, 6, 7 -> present(site, random);
            case 8 -> forge(site, random);
            case 9, 10 -> giveBack(site, random);
            case 11, 12 -> network.clock.pass(Duration.ofHours(16));
            default -> site.reopen();
        }
    }

    private void send(Site from, Site to, long points) {
        Outcome outcome =
                from.post(card(), from.books().passbooks().sending(chen, points, to.number(), TestLedger.TODAY));
        if (outcome instanceof Outcome.Recorded recorded) {
            slips.add(new PointsReceived(recorded.id(), chen, points, from.slip(recorded.id())));
        }
    }

    /** Any slip at any branch, its addressee or not, the first time or the third. */
    private void present(Site site, Random random) {
        if (!slips.isEmpty()) {
            site.post(Actor.NODE, slips.get(random.nextInt(slips.size())));
        }
    }

    /** A slip that says more than the branch has signed. */
    private void forge(Site site, Random random) {
        if (!slips.isEmpty()) {
            PointsReceived slip = slips.get(random.nextInt(slips.size()));
            byte[] bytes = slip.slip().toBytes();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            boolean altered = random.nextBoolean();
            SignedEntry paper = altered ? SignedEntry.of(bytes) : slip.slip();
            long points = altered ? slip.points() : slip.points() + 1;
            assertTrue(
                    site.post(Actor.NODE, new PointsReceived(slip.sent(), chen, points, paper))
                            instanceof Outcome.Refused);
        }
    }

    private void giveBack(Site site, Random random) {
        List<EntryId> here = redeemed.get(site);
        if (!here.isEmpty()) {
            site.post(TestLedger.LIN, new RedemptionReversed(here.get(random.nextInt(here.size())), "拿错了", null));
        }
    }
}
