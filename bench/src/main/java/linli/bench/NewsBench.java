package linli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import linli.bench.News.Cost;
import linli.bench.News.Measure;
import linli.bench.News.Step;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.log.Progress;
import linli.peer.Meeting;
import linli.peer.MeetingReport;
import linli.peer.PeerException;

/** Ten new entries, brought and fetched, on top of many that both sides have; then meetings at which nothing is new. */
final class NewsBench implements AutoCloseable {
    private static final int NEW_ENTRIES = 10;

    private final SyncNode county;
    private final CountingRelay relay;
    private final SyncNode writer;
    private final SyncNode reader;

    /** Brings all three to where they know the same. */
    private NewsBench(SyncCounty trial) throws IOException, PeerException {
        county = SyncNode.open(trial.county());
        relay = new CountingRelay(county.address());
        writer = SyncNode.open(trial.writer());
        reader = SyncNode.open(trial.reader());
        writer.withCounty(county.address()).meet(Progress.UNSEEN);
        county.ledger().arrived().join();
        reader.withCounty(county.address()).meet(Progress.UNSEEN);
    }

    static void run(Path work, SyncEffort effort, Result result) throws Exception {
        News few = of(work, effort.shortEntries(), effort.rounds());
        News many = of(work, effort.longEntries(), effort.rounds());
        String onFew = String.format("the same on %,d", effort.shortEntries());
        for (Step step : Step.values()) {
            for (Measure measure : Measure.values()) {
                String what = String.format("%s on %,d, %s", step.words(), effort.longEntries(), measure.words());
                result.line(what, many.series(step, measure), measure.unit(), onFew, few.series(step, measure));
            }
        }
    }

    private static News of(Path work, long entries, int rounds) throws Exception {
        Path folder = work.resolve("news");
        News news = new News();
        try (NewsBench bench = new NewsBench(SyncCounty.of(work, entries).copyTo(folder))) {
            // The first round warms up.
            bench.round(new News());
            for (int round = 0; round < rounds; round++) {
                bench.round(news);
            }
        }
        Scratch.delete(folder);
        return news;
    }

    private void round(News news) throws PeerException {
        write();
        news.add(Step.PUSHED, cost(meeting(writer)));
        county.ledger().arrived().join();
        news.add(Step.PULLED, cost(meeting(reader)));
        Meeting meeting = meeting(reader);
        news.add(Step.NOTHING, cost(meeting));
        news.add(Step.NOTHING_AGAIN, cost(meeting));
    }

    private void write() {
        List<Draft> drafts = IntStream.range(0, NEW_ENTRIES)
                .mapToObj(i -> Draft.once(
                        SampleNode.CLERK, new ActivityOpened("新活动 " + i, "老城", "service", null, null, null, null)))
                .toList();
        Ledger.idsOrThrow(writer.ledger().postAll(drafts));
    }

    private Meeting meeting(SyncNode node) {
        return node.withCounty(relay.address());
    }

    private Cost cost(Meeting meeting) throws PeerException {
        long unused = relay.bytesSinceLast();
        long start = System.nanoTime();
        MeetingReport report = meeting.meet(Progress.UNSEEN);
        double millis = Rate.seconds(start) * 1000;
        return new Cost(relay.bytesSinceLast(), report.requests(), millis);
    }

    @Override
    public void close() throws IOException {
        relay.close();
        reader.close();
        writer.close();
        county.close();
    }
}
