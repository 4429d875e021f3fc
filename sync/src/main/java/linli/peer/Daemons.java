package linli.peer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads of a transfer; none of them keeps the program from ending. */
final class Daemons {
    private static final int MOST_SECONDS = 10;

    private Daemons() {}

    static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Starts nothing new and waits, within reason, for what runs. */
    static void end(ExecutorService threads) {
        threads.shutdownNow();
        try {
            boolean unused = threads.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
