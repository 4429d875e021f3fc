package linli.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import linli.demo.DemoClock;
import linli.demo.DemoCommunity;
import linli.demo.DemoStaff;
import linli.enrol.Fingerprint;
import linli.enrol.Invite;
import linli.enrol.Invites;
import linli.keys.Keyring;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.SigningKey;
import linli.sync.CountyTls;
import linli.sync.PeerAddress;

/**
 * The demonstration: a county and its communities, each a node with a folder, a log and pages of its own, which speak to each
 * other over TLS like any others. That they share a process is all that they share.
 */
final class DemoCounty implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final HttpSettings ANY_PORT = new HttpSettings(HOST, 0);
    private static final Duration CODE_LIFE = Duration.ofHours(1);
    private static final long LOOK_MILLIS = 100;

    /**
     * What is to be told.
     *
     * @param dir where the folders of the nodes are made
     * @param seed the same makes the same story
     * @param days of the year, up to yesterday
     * @param people volunteers of each community
     * @param communities whose
     * @param port of the county's pages, those of the communities follow; 0 for any that are free
     */
    record Story(Path dir, long seed, int days, int people, List<DemoCommunity> communities, int port) {
        LocalDate first() {
            return LocalDate.now(zone()).minusDays(days);
        }

        DemoClock clock() {
            return new DemoClock(zone(), first());
        }

        private static ZoneId zone() {
            return ZoneId.of(Policy.parse(Policy.defaultDocument()).zone());
        }

        HttpSettings pages(int node) {
            return port == 0 ? ANY_PORT : new HttpSettings(HOST, port + node);
        }
    }

    private final RunningNode county;
    private final List<DemoBranch> branches = new ArrayList<>();

    private DemoCounty(RunningNode county) {
        this.county = county;
    }

    /**
     * Founds the county, lets the communities join it, tells their years and runs them all.
     *
     * @param progress is told how many days of all years are done
     */
    static DemoCounty make(Story story, LongConsumer progress) {
        requireFreePorts(story);
        DemoClock clock = story.clock();
        DemoCounty demo = new DemoCounty(found(story, clock));
        try {
            demo.enrol(story);
            new DemoTelling(story, demo.branches, progress).tell();
            clock.told();
            demo.branches.forEach(branch -> branch.run(story.pages(branch.number()), ANY_PORT));
            return demo;
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    /** Before a year is made that could not be shown. */
    private static void requireFreePorts(Story story) {
        for (int node = 0; node <= story.communities().size(); node++) {
            HttpSettings pages = story.pages(node);
            try {
                new ServerSocket(pages.port(), 1, InetAddress.getLoopbackAddress()).close();
            } catch (IOException e) {
                throw new Failures.Problem(
                        "nothing can listen on port " + pages.port() + ", and the demo takes one for each node; choose"
                                + " the first of them with --port",
                        e);
            }
        }
    }

    private static RunningNode found(Story story, DemoClock clock) {
        Path folder = story.dir().resolve("county");
        Keyring keys = Keyring.create(folder, Optional.empty());
        DemoJoining.standQuietly(folder);
        SigningKey key = SigningKey.ofSeed(keys.logSeed());
        Ledger ledger = Ledger.found(folder, "演示县", "demo.linli", Policy.defaultDocument(), key, clock);
        DemoStaff.appoint(ledger, "李芳", "张伟", "王敏");
        return RunningNode.start(OpenNode.with(ledger, keys), story.pages(0), Optional.of(ANY_PORT));
    }

    private void enrol(Story story) {
        NodeFolder folder = county.node().ledger().node();
        Invites invites = Invites.open(folder.folder(), Clock.systemUTC());
        Fingerprint fingerprint =
                CountyTls.prepare(folder, Clock.systemUTC()).authority().fingerprint();
        List<DemoJoining> joining = story.communities().stream()
                .map(community -> {
                    Invite.NewBranch invite = new Invite.NewBranch(community.slug(), community.name());
                    Path home = story.dir().resolve(community.slug());
                    return DemoJoining.prepare(
                            community,
                            home,
                            story.clock(),
                            address(),
                            fingerprint,
                            invites.issue(invite, CODE_LIFE).code());
                })
                .toList();
        joining.forEach(DemoJoining::enrol);
        // Only now does the county's log name them all, so that each can take the slips of every other.
        joining.forEach(one -> branches.add(one.arrive()));
    }

    private PeerAddress address() {
        return new PeerAddress(HOST, county.peers().orElseThrow().getPort());
    }

    RunningNode county() {
        return county;
    }

    List<DemoBranch> branches() {
        return List.copyOf(branches);
    }

    /** Entries in the logs of all. */
    long entries() {
        return county.node().ledger().log().size()
                + branches.stream()
                        .mapToLong(branch -> branch.node().ledger().log().size())
                        .sum();
    }

    private long toCarry() {
        return branches.stream().mapToLong(DemoBranch::toCarry).sum();
    }

    /**
     * Waits until the county holds the logs of all communities.
     *
     * @param progress is told how many entries it has yet to get
     * @return whether it does within the time
     */
    boolean awaitReconciled(Duration most, LongConsumer progress) throws InterruptedException {
        CountDownLatch reconciled = new CountDownLatch(1);
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
        try {
            Runnable look = () -> {
                long missing = toCarry();
                progress.accept(missing);
                if (missing == 0) {
                    reconciled.countDown();
                }
            };
            ScheduledFuture<?> unused = looks.scheduleWithFixedDelay(look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return reconciled.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            looks.shutdownNow();
        }
    }

    @Override
    public void close() {
        branches.forEach(DemoBranch::close);
        county.close();
    }
}
