package linli.node.serve;

import java.util.concurrent.CountDownLatch;

/** The wish that the process ends. It ends when this is closed, so that whatever runs until then is closed whole before. */
public final class Stop implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private Stop() {}

    /** Listens from now on to Ctrl-C and the like. */
    public static Stop listening() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::ask, "linli-stop"));
        return stop;
    }

    /** The process ends when its hooks have returned, so this one waits until everything is closed. */
    private void ask() {
        asked.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the process is asked to end. */
    public void await() throws InterruptedException {
        asked.await();
    }

    @Override
    public void close() {
        done.countDown();
    }
}
