package linli.node.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
import linli.demo.DemoStory;
import linli.demo.DemoTotals;
import linli.enrol.Fingerprint;
import linli.enrol.Invite;
import linli.enrol.Invites;
import linli.keys.Keyring;
import linli.keys.PassphraseSource;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.ledger.Standing;
import linli.log.SigningKey;
import linli.node.console.Failures;
import linli.node.console.OpenNode;
import linli.node.serve.Doors;
import linli.node.serve.HttpSettings;
import linli.node.serve.RunningNode;
import linli.sync.CountyTls;
import linli.sync.PeerAddress;
import linli.sync.PeerFile;

/**
 * The demonstration: a county and its communities, each a node with a folder, a log and pages of its own, which speak to each
 * other over TLS like any others. That they share a process is all that they share.
 */
public final class DemoCounty implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final HttpSettings ANY_PORT = new HttpSettings(HOST, 0);
    private static final Duration CODE_LIFE = Duration.ofHours(1);
    private static final long LOOK_MILLIS = 100;

    /**
     * What is to be told, and shown afterwards.
     *
     * @param dir where the folders of the nodes are made
     * @param told what is told
     * @param running how many of the communities run afterwards: the first ones
     * @param port of the county's pages, those of the communities follow; 0 for any that are free
     */
    public record Story(Path dir, DemoStory told, int running, int port) {
        public Path folder(DemoCommunity community) {
            return dir.resolve(community.slug());
        }

        public Path county() {
            return dir.resolve("county");
        }

        /** The communities that run. */
        List<DemoCommunity> shown() {
            return told.communities()
                    .subList(0, Math.min(running, told.communities().size()));
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
     * Founds the county, lets the communities join it, tells their years and runs the first of them.
     *
     * @param progress is told how many days of all years are done
     */
    public static DemoCounty make(Story story, LongConsumer progress) {
        requireFreePorts(story);
        DemoClock clock = story.told().clock();
        DemoCounty demo = new DemoCounty(found(story, clock));
        try {
            demo.branches.addAll(new DemoTelling(story, demo.address(), progress).tell(demo.invited(story)));
            clock.told();
            // What came while the years were told is posted beside it.
            demo.county.node().ledger().arrived().join();
            demo.run(story);
            return demo;
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    /** Runs what was made before. */
    public static DemoCounty goOn(Story story) {
        requireFreePorts(story);
        OpenNode node = OpenNode.open(NodeFolder.open(story.county()), PassphraseSource.NONE);
        DemoCounty demo = new DemoCounty(RunningNode.start(node, Doors.plain(story.pages(0), Optional.of(ANY_PORT))));
        try {
            story.shown().forEach(community -> demo.branches.add(open(community, story.folder(community))));
            demo.run(story);
            return demo;
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private static DemoBranch open(DemoCommunity community, Path folder) {
        return new DemoBranch(community, OpenNode.open(NodeFolder.open(folder), PassphraseSource.NONE));
    }

    private void run(Story story) {
        for (DemoBranch branch : branches) {
            Path folder = branch.node().ledger().node().folder();
            // The county answers at another port after each start.
            PeerFile.write(folder, PeerFile.read(folder).withCounty(address()));
            branch.run(story.pages(branch.number()), ANY_PORT);
        }
    }

    /** Before a year is made that could not be shown. */
    private static void requireFreePorts(Story story) {
        for (int node = 0; node <= story.shown().size(); node++) {
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
        Path folder = story.county();
        Keyring keys = Keyring.create(folder, Optional.empty());
        DemoJoining.standQuietly(folder);
        SigningKey key = SigningKey.ofSeed(keys.logSeed());
        Ledger ledger = Ledger.found(folder, "演示县", "demo.linli", story.told().policy(), key, clock);
        DemoStaff.appoint(ledger, "李芳", "赵静", "张伟", "王敏");
        DemoStaff.appointOfCounty(ledger, "陈立", "周正");
        DemoBranch.givePasswords(ledger, List.of("admin", "auditor"));
        return RunningNode.start(OpenNode.with(ledger, keys), Doors.plain(story.pages(0), Optional.of(ANY_PORT)));
    }

    /** Those who join, each invited when it is its turn. */
    private Iterable<DemoJoining> invited(Story story) {
        NodeFolder folder = county.node().ledger().node();
        Invites invites = Invites.open(folder.folder(), Clock.systemUTC());
        Fingerprint fingerprint =
                CountyTls.prepare(folder, Clock.systemUTC()).authority().fingerprint();
        return () -> story.told().communities().stream()
                .map(community -> {
                    Invite.NewBranch invite = new Invite.NewBranch(community.slug(), community.name());
                    return DemoJoining.prepare(
                            community,
                            story.folder(community),
                            story.told().clock(),
                            address(),
                            fingerprint,
                            invites.issue(invite, CODE_LIFE).code());
                })
                .iterator();
    }

    private PeerAddress address() {
        return new PeerAddress(HOST, county.peers().orElseThrow().getPort());
    }

    public RunningNode county() {
        return county;
    }

    public List<DemoBranch> branches() {
        return List.copyOf(branches);
    }

    /** Entries in the logs of all, as far as the county has posted them. */
    long entries() {
        return posted(county);
    }

    private static long posted(RunningNode node) {
        return node.node().ledger().standings().stream()
                .mapToLong(Standing::posted)
                .sum();
    }

    /** How much of everything there is, by the county's books. */
    public DemoTotals totals() {
        return county.node().ledger().books().together(DemoTotals::of);
    }

    /** Entries that have yet to go from one running node to another and be posted there. */
    long missing() {
        long all = posted(county);
        return branches.stream()
                .mapToLong(branch -> branch.toCarry()
                        + branch.running()
                                .map(node -> Math.max(0, all - posted(node)))
                                .orElse(all))
                .sum();
    }

    /**
     * Waits until every running node holds the logs of all communities, and the county theirs.
     *
     * @param progress is told how many entries are missing somewhere
     * @return whether it is so within the time
     */
    public boolean awaitReconciled(Duration most, LongConsumer progress) throws InterruptedException {
        CountDownLatch reconciled = new CountDownLatch(1);
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
        try {
            Runnable look = () -> {
                long missing = missing();
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
