package linli.bench;

import java.nio.file.Path;
import linli.ledger.Ledger;
import linli.log.Progress;

/**
 * A whole log from node to node: a branch brings it to the county, then another branch fetches it there. Both ends are in this
 * process and share its cores.
 */
final class TransferBench implements AutoCloseable {
    private static final String READ_AND_COPIED = "proven and stored without a wire";
    private static final String POSTED_ALONE = "posting alone, as in a rebuild";

    private final SyncCounty template;
    private final Path work;
    private final SyncNode writer;
    private final SyncBounds bounds;
    private double storedPerSecond;

    private TransferBench(SyncCounty template, Path work) throws Exception {
        this.template = template;
        this.work = Scratch.empty(work);
        this.writer = SyncNode.open(Scratch.copy(template.writer(), work.resolve("writer")));
        writer.ledger().checkpoint();
        this.bounds = new SyncBounds(writer.ledger().log());
    }

    static void run(Path work, SyncEffort effort, Result result) throws Exception {
        Path folder = work.resolve("transfer");
        try (TransferBench bench = new TransferBench(SyncCounty.of(work, effort.entries()), folder)) {
            bench.wire(result);
            bench.rates(effort, result);
        }
        Scratch.delete(folder);
    }

    /** Once, through a relay that counts; it warms the rest up as well. */
    private void wire(Result result) throws Exception {
        SyncCounty trial = trial();
        double entries = bounds.entries();
        Series entryBytes = Series.of(bounds.entryBytes() / entries);
        try (SyncNode county = SyncNode.open(trial.county());
                CountingRelay relay = new CountingRelay(county.address());
                SyncNode reader = SyncNode.open(trial.reader())) {
            writer.withCounty(relay.address()).meet(Progress.UNSEEN);
            Series pushed = Series.of(relay.bytesSinceLast() / entries);
            county.ledger().arrived().join();
            reader.withCounty(relay.address()).meet(Progress.UNSEEN);
            Series pulled = Series.of(relay.bytesSinceLast() / entries);
            result.line("pushed, on the wire for an entry", pushed, "bytes", "the entry itself", entryBytes);
            result.line("pulled, on the wire for an entry", pulled, "bytes", "the entry itself", entryBytes);
        }
    }

    private SyncCounty trial() throws Exception {
        return template.copyTo(work.resolve("trial"));
    }

    private void rates(SyncEffort effort, Result result) throws Exception {
        Rounds rounds = new Rounds()
                .measure("hash", bounds::hashed)
                .measure("write", () -> bounds.written(work.resolve("written")))
                .measure("tls", () -> bounds.encrypted(writer.tls()))
                .measure("copy", this::copied)
                .measure("push", this::pushed)
                .measure("push stored", () -> storedPerSecond)
                .measure("pull", this::pulled)
                .measure("pull stored", () -> storedPerSecond)
                .measure("post", this::postedAlone)
                .run(effort.rounds());
        report(rounds, effort, result);
    }

    private double copied() throws Exception {
        return bounds.copied(
                Scratch.empty(work.resolve("copy")), writer.ledger().node().log());
    }

    /** The branch's log to a county that has nothing of it. */
    private double pushed() throws Exception {
        try (SyncNode county = SyncNode.open(trial().county())) {
            long start = System.nanoTime();
            writer.withCounty(county.address()).meet(Progress.UNSEEN);
            storedPerSecond = bounds.entries() / Rate.seconds(start);
            county.ledger().arrived().join();
            return posted(county.ledger(), start);
        }
    }

    /** The same log from that county to a branch that has nothing of it. */
    private double pulled() throws Exception {
        SyncCounty trial = new SyncCounty(work.resolve("trial"));
        try (SyncNode county = SyncNode.open(trial.county());
                SyncNode reader = SyncNode.open(trial.reader())) {
            long start = System.nanoTime();
            reader.withCounty(county.address()).meet((done, total) -> {
                if (done == total) {
                    storedPerSecond = bounds.entries() / Rate.seconds(start);
                }
            });
            return posted(reader.ledger(), start);
        }
    }

    private double posted(Ledger ledger, long start) {
        double rate = bounds.entries() / Rate.seconds(start);
        require(ledger.standings().stream().anyMatch(standing -> standing.posted() >= bounds.entries()));
        return rate;
    }

    /** The accounts of the branch that fetched, deleted and posted anew from its copies. */
    private double postedAlone() throws Exception {
        Path reader = new SyncCounty(work.resolve("trial")).reader();
        Scratch.delete(reader.resolve("accounts"));
        long start = System.nanoTime();
        try (SampleNode node = SampleNode.open(reader)) {
            return posted(node.ledger(), start);
        }
    }

    private static void require(boolean all) {
        if (!all) {
            throw new IllegalStateException("not every entry was posted");
        }
    }

    private static void report(Rounds rounds, SyncEffort effort, Result result) {
        result.bound("entries hashed to a tree, 1 core", rounds.series("hash"), "/s");
        result.bound("entries written and forced once", rounds.series("write"), "/s");
        result.bound("entries through a bare TLS connection", rounds.series("tls"), "/s");
        result.bound(READ_AND_COPIED, rounds.series("copy"), "/s");
        result.bound(POSTED_ALONE, rounds.series("post"), "/s");
        for (String way : new String[] {"push", "pull"}) {
            String label = String.format("%s of %,d entries", way, effort.entries());
            Series stored = rounds.series(way + " stored");
            Series posted = rounds.series(way);
            result.line(label + ", durable", stored, "/s", READ_AND_COPIED, rounds.series("copy"));
            result.line(label + ", posted", posted, "/s", POSTED_ALONE, rounds.series("post"));
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
