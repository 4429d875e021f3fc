package linli.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import linli.log.LogException;
import linli.log.LogView;
import org.jspecify.annotations.Nullable;

/** Reads and proves the packages of the next request while the one before is on its way. */
final class PackagesAhead implements AutoCloseable {
    private final LogView log;
    private final long end;
    private final ExecutorService helper =
            Executors.newSingleThreadExecutor(task -> Daemons.thread(task, "linli-push-ahead"));
    private @Nullable CompletableFuture<PackageRun> ahead;
    private long aheadStart;

    PackagesAhead(LogView log, long end) {
        this.log = log;
        this.end = end;
    }

    /** The packages from this entry on; a peer that goes on where it should finds them ready. */
    PackageRun from(long start) {
        CompletableFuture<PackageRun> ready = ahead;
        PackageRun run = ready != null && aheadStart == start ? joined(ready) : PackageRun.read(log, start, end);
        prepare(run.stop());
        return run;
    }

    private void prepare(long start) {
        aheadStart = start;
        ahead = start < end ? CompletableFuture.supplyAsync(() -> PackageRun.read(log, start, end), helper) : null;
    }

    private static PackageRun joined(CompletableFuture<PackageRun> ready) {
        try {
            return ready.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    /** Waits for no more than the reading of one request, as the log may be closed after this. */
    @Override
    public void close() {
        Daemons.end(helper);
    }
}
