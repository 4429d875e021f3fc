package linli.node.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import linli.demo.DemoPost;
import linli.sync.PeerAddress;
import org.jspecify.annotations.Nullable;

/**
 * Tells the years of all communities, some beside each other: while one waits for the disk, another reckons. Each brings its log
 * to the county. The first few stay open, to run; the others are closed, since a node costs memory.
 */
final class DemoTelling {
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final DemoCounty.Story story;
    private final PeerAddress county;
    private final LongConsumer progress;
    private final DemoPost post;
    private long days;

    /** @param progress is told how many days of all years are done, never by two threads at a time */
    DemoTelling(DemoCounty.Story story, PeerAddress county, LongConsumer progress) {
        this.story = story;
        this.county = county;
        this.progress = progress;
        this.post = new DemoPost(story.told().communities().size());
    }

    /**
     * Lets them join and tells them; those that stay open are in their order.
     *
     * <p>A community begins when the next one has joined, to which it will send points: by then the county's log names both.
     */
    List<DemoBranch> tell(Iterable<DemoJoining> communities) {
        // In the order in which they begin, since each waits for the slip of the one before it.
        ExecutorService tellers = Executors.newFixedThreadPool(AT_ONCE);
        List<CompletableFuture<Optional<DemoBranch>>> years = new ArrayList<>();
        try {
            DemoJoining waiting = null;
            for (DemoJoining community : communities) {
                community.enrol();
                begin(waiting, years, tellers);
                waiting = community;
            }
            begin(waiting, years, tellers);
            return told(years);
        } finally {
            tellers.shutdown();
        }
    }

    private void begin(
            @Nullable DemoJoining community,
            List<CompletableFuture<Optional<DemoBranch>>> years,
            ExecutorService tellers) {
        if (community != null) {
            int branch = years.size() + 1;
            years.add(CompletableFuture.supplyAsync(() -> tell(community, branch), tellers));
        }
    }

    private static List<DemoBranch> told(List<CompletableFuture<Optional<DemoBranch>>> years) {
        try {
            CompletableFuture.allOf(years.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            years.stream()
                    .filter(year -> !year.isCompletedExceptionally())
                    .forEach(year -> year.join().ifPresent(DemoBranch::close));
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return years.stream().flatMap(year -> year.join().stream()).toList();
    }

    private Optional<DemoBranch> tell(DemoJoining community, int number) {
        DemoBranch branch = community.arrive();
        try {
            branch.tell(story.told(), community.clock(), post, this::dayDone);
            branch.deliver(county);
            if (number <= story.running()) {
                branch.giveSecrets();
                return Optional.of(branch);
            }
        } catch (RuntimeException e) {
            post.breakOff(number, e);
            branch.close();
            throw e;
        }
        branch.close();
        return Optional.empty();
    }

    private synchronized void dayDone() {
        days++;
        progress.accept(days);
    }
}
