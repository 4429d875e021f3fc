package linli.node;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import linli.ledger.Branch;
import picocli.CommandLine.Option;

/** Serving a node until somebody stops it, whole: answers given, accounts saved, a last checkpoint signed. */
final class Serving {
    /** Where to serve. */
    static final class Options {
        @Option(
                names = "--host",
                defaultValue = "127.0.0.1",
                description = "Address to listen on (${DEFAULT-VALUE}); 0.0.0.0 for the local network.")
        private String host;

        @Option(
                names = "--port",
                defaultValue = "7070",
                description = "Port (${DEFAULT-VALUE}); 0 for any that is free.")
        private int port;
    }

    private Serving() {}

    /** Serves and then closes the node. Returns when the process is asked to end. */
    static void untilStopped(OpenNode node, Options options, PrintWriter out) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, done), "linli-stop"));
        try (node;
                HttpServer http = HttpServer.start(
                        node.ledger(),
                        node.profiles(),
                        Optional::empty,
                        new HttpSettings(options.host, options.port),
                        InstantSource.system())) {
            String name = node.ledger()
                    .books()
                    .branch(node.ledger().node().branch())
                    .map(Branch::name)
                    .orElse("");
            out.println("Linli 邻里 · " + name + " · " + http.address());
            out.println("Ctrl-C stops it.");
            asked.await();
        } finally {
            done.countDown();
        }
    }

    /** The process ends when its hooks have returned, so this one waits until everything is closed. */
    private static void stop(CountDownLatch asked, CountDownLatch done) {
        asked.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
