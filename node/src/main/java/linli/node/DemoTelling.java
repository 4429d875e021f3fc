package linli.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import linli.demo.DemoTransfer;

/** Tells the years of all communities beside each other, and what passes between them at the end. */
final class DemoTelling {
    private final DemoCounty.Story story;
    private final List<DemoBranch> branches;
    private final LongConsumer progress;
    private long days;

    /** @param progress is told how many days of all years are done, never by two threads at a time */
    DemoTelling(DemoCounty.Story story, List<DemoBranch> branches, LongConsumer progress) {
        this.story = story;
        this.branches = branches;
        this.progress = progress;
    }

    void tell() {
        ExecutorService tellers = Executors.newFixedThreadPool(branches.size());
        try {
            List<CompletableFuture<Void>> years = new ArrayList<>();
            branches.forEach(branch ->
                    years.add(CompletableFuture.runAsync(() -> branch.tell(story, this::dayDone), tellers)));
            years.forEach(CompletableFuture::join);
        } finally {
            tellers.shutdownNow();
        }
        transfers();
    }

    private synchronized void dayDone() {
        days++;
        progress.accept(days);
    }

    /** Each sends to the next. The last transfer is on its way when the story ends. */
    private void transfers() {
        for (int i = 0; i < branches.size(); i++) {
            DemoBranch next = branches.get((i + 1) % branches.size());
            Optional<DemoTransfer> sent = branches.get(i).send(next);
            if (i < branches.size() - 1) {
                sent.ifPresent(next::receive);
            }
        }
    }
}
