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
import linli.entry.EntryId;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.log.Disk;
import linli.log.Log;
import linli.log.NoteSigner;
import linli.log.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts posted from many logs are the same everywhere, in whatever order and whatever pieces the logs came. */
class ManyJournalsTest {
    private static final int ORDERS = 25;

    @TempDir
    Path folder;

    private Network network;

    @BeforeEach
    void begin() {
        network = new Network(folder.resolve("network"));
    }

    @AfterEach
    void end() {
        network.close();
    }

    @Test
    void accountsAreTheSameInWhateverOrderLogsArrive() {
        live();
        network.meetAll();
        Map<String, ?> expected = network.county.rows();
        for (Site node : network.nodes()) {
            assertEquals(expected, node.rows(), "node " + node.number());
        }
        for (int order = 0; order < ORDERS; order++) {
            long seed = System.nanoTime();
            assertEquals(expected, arriving(new Random(seed), order), "seed " + seed);
        }
    }

    /** A few days of three branches: guests, transfers, policies, a key that is changed and a branch that is closed too late. */
    private void live() {
        Site first = network.join();
        Site second = network.join();
        Site third = network.join();
        network.meet(first);
        serve(first, first.enrol());
        VolunteerNo chen = first.rich(50);
        network.adopt(perHour(7));
        network.meet(second);
        first.carry(second);
        serve(second, chen);
        second.send(chen, 5, first);
        first.ok(second.send(chen, 1, first));
        PointsReceived lost = third.send(third.rich(9), 9, second);
        network.shut(third, 2);
        second.ok(lost);
        first = network.rotate(first, first.log().size() - 1, "branch-1");
        network.meet(second);
        serve(first, chen);
        second.ok(first.send(chen, 2, second));
        third.enrol();
    }

    private void serve(Site site, VolunteerNo volunteer) {
        EntryId activity = site.ok(activity());
        EntryId checkIn = site.ok(new CheckedIn(volunteer, activity));
        network.clock.pass(Duration.ofMinutes(61));
        site.ok(new CheckedOut(volunteer, checkIn));
    }

    private static String perHour(int points) {
        return TestLedger.POLICY.replaceAll("(\"pointsPerHour\": )[0-9]+", "$1" + points);
    }

    private static ActivityOpened activity() {
        return new ActivityOpened("活动", "和平社区", "service", null, null, null, null);
    }

    /** The accounts of somebody with no log of their own, to whom all logs come in pieces. */
    private Map<String, ?> arriving(Random random, int order) {
        Path home = folder.resolve("reader-" + order);
        Map<Volume, Long> missing = volumes();
        NodeFolder reader = new NodeFolder(home, EntryId.MAX_BRANCH, network.county.vkey(), network.county.vkey());
        try (Mirrors mirrors = Mirrors.in(Disk.real(), home);
                AccountStore store = AccountStore.openEmpty(home.resolve("accounts"))) {
            store.built();
            Bookkeeper bookkeeper = new Bookkeeper(mirrors, reader, Progress.UNSEEN);
            while (!missing.isEmpty()) {
                Volume volume = new ArrayList<>(missing.keySet()).get(random.nextInt(missing.size()));
                if (bringMore(volume, missing.get(volume), mirrors, random)) {
                    missing.remove(volume);
                }
                post(bookkeeper, store, 1 + random.nextInt(5));
            }
            bookkeeper.save(store);
            return Site.rows(store);
        }
    }

    private Map<Volume, Long> volumes() {
        Map<Volume, Long> sizes = new HashMap<>();
        for (Volume volume : network.county.books().volumes()) {
            sizes.put(volume, network.county.ledger().log(volume).orElseThrow().size());
        }
        return sizes;
    }

    private boolean bringMore(Volume volume, long size, Mirrors mirrors, Random random) {
        long here = mirrors.of(volume.key()).size();
        long next = Math.min(size, here + 1 + random.nextInt(6));
        network.copy(volume, next, mirrors);
        return next == size;
    }

    /** As a node's writer does it between two rounds of requests. */
    private static void post(Bookkeeper bookkeeper, AccountStore store, long most) {
        long posted = bookkeeper.postArrived(store, most);
        while (posted > 0) {
            posted = bookkeeper.postArrived(store, most);
        }
        if (bookkeeper.hasPostedVoid(store)) {
            bookkeeper.rebuild(store);
        }
    }

    @Test
    void aBranchIsJudgedByThePolicyItHadSeen() {
        Site branch = network.join();
        network.adopt(perHour(9));
        VolunteerNo chen = branch.enrol();
        serve(branch, chen);
        assertEquals(2, branch.books().held(chen));
        network.county.carry(branch);
        serve(branch, chen);
        assertEquals(4, branch.books().held(chen), "what is here and not witnessed does not count yet");
        branch.witness();
        serve(branch, chen);
        assertEquals(13, branch.books().held(chen));
        branch.carry(network.county);
        assertEquals(
                branch.books().pointsAccounts(),
                network.county.books().pointsAccounts(),
                "the county reckons likewise, whatever is in force");
    }

    @Test
    void anEntryThatRestsOnMoreOfTheCountyWaitsAndPostsByItself() {
        Site first = network.join();
        Site second = network.join();
        network.adopt(perHour(9));
        long seen = network.county.log().size();
        network.meet(first);
        VolunteerNo chen = first.enrol();
        serve(first, chen);
        first.carry(second);
        assertEquals(Standing.awaitingCounty(1, 1, first.log().size(), seen), second.standing(1));
        assertTrue(second.books().volunteer(1, chen).isEmpty());
        network.county.carry(second);
        assertEquals(Standing.of(1, first.log().size(), first.log().size()), second.standing(1));
        assertEquals(first.books().pointsAccounts(), second.books().pointsAccounts());
    }

    @Test
    void anotherBranchOfALaterLinliWaitsAndHoldsUpNobody() {
        Site ahead = network.join();
        Site second = network.join();
        ahead.enrol();
        long understood = ahead.log().size();
        ahead.close();
        NoteSigner signer = new NoteSigner(ahead.node.origin(), ahead.key());
        try (Log log = Log.open(Disk.real(), ahead.node.logFolder(), signer, (index, entry) -> true, Progress.UNSEEN)) {
            log.append(List.of(Foreign.unknown(understood, 2)));
            log.checkpoint();
            Site.copy(log, signer, log.size(), second.ledger().mirrors());
        }
        second.ledger().arrived().join();
        Standing waits = Standing.awaitingUpdate(1, understood, understood + 1);
        assertEquals(waits, second.standing(1));
        VolunteerNo chen = second.rich(3);
        second.carry(network.county);
        assertEquals(3, network.county.held(2, chen), "the others go on");
        second.reopen();
        assertEquals(waits, second.standing(1), "and the node starts with it");
    }

    @Test
    void aBranchIsAmongTheStandingsFromItsEnrolmentOn() {
        Site first = network.join();
        Site second = network.join();
        second.carry(first);
        assertTrue(first.ledger().standings().stream().noneMatch(one -> one.branch() == 2), "not enrolled as yet");
        network.county.carry(first);
        assertEquals(Standing.of(2, 1, 1), first.standing(2));
        network.join();
        network.county.carry(first);
        assertEquals(Standing.of(3, 0, 0), first.standing(3), "nothing of it is here");
    }
}
