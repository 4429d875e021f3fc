package linli.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linli.access.Kiosks;

/**
 * Pages of a kiosk under load, in a node's own process and heap, over loopback: 200 volunteers open the home and the shop in turn, and
 * read each for a second or so. Held against the least that the same web server can do under the same load.
 */
final class PagesBench {
    private static final int VOLUNTEERS = 200;
    private static final int OK = 200;
    private static final int[] PERCENTS = {50, 95};
    private static final List<String> PAGES = List.of("/kiosk", "/kiosk/shop", "/kiosk/wishes");

    private final HttpClient http = HttpClient.newBuilder()
            // A shop entered anew gives the basket an address.
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final int pagesEach;
    private final long longestReadingMillis;

    private PagesBench(Effort effort) {
        this.pagesEach = Math.max(PAGES.size(), effort.visits() / 50);
        this.longestReadingMillis = effort.millis();
    }

    static void run(Path work, Path year, Effort effort, Result result) throws Exception {
        Path folder = work.resolve("pages");
        Scratch.delete(folder);
        String cookie = kiosk(Scratch.copy(year, folder));
        PagesBench bench = new PagesBench(effort);
        Rounds rounds = new Rounds();
        try (Served node = Served.node(folder, work);
                Served hello = Served.hello(work)) {
            for (int percent : PERCENTS) {
                rounds.measure(
                        "hello" + percent,
                        () -> bench.load(hello, List.of("/"), "").micros(percent) / 1_000);
                rounds.measure(
                        "kiosk" + percent, () -> bench.load(node, PAGES, cookie).micros(percent) / 1_000);
            }
            rounds.warmUpAndRun(effort.rounds());
        }
        Scratch.delete(folder);
        for (int percent : PERCENTS) {
            result.line(
                    "page of a kiosk, 200 volunteers, p" + percent,
                    rounds.series("kiosk" + percent),
                    "ms",
                    "Jetty + Jersey saying hello, p" + percent,
                    rounds.series("hello" + percent));
        }
    }

    /** The cookie of a kiosk paired with the node. */
    private static String kiosk(Path folder) {
        Kiosks kiosks = Kiosks.open(folder);
        Instant now = Instant.now();
        String code = kiosks.issue("bench", now).code();
        return "linli-kiosk=" + kiosks.redeem(code, now).orElseThrow().token();
    }

    private Latencies load(Served server, List<String> pages, String cookie) throws Exception {
        ExecutorService volunteers = Executors.newFixedThreadPool(VOLUNTEERS);
        try {
            List<Callable<List<Long>>> visits = new ArrayList<>();
            for (int i = 0; i < VOLUNTEERS; i++) {
                Random mood = new Random(i);
                visits.add(() -> visit(server, pages, cookie, mood));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> visit : volunteers.invokeAll(visits)) {
                nanos.addAll(visit.get());
            }
            return Latencies.of(nanos);
        } finally {
            volunteers.shutdown();
        }
    }

    private List<Long> visit(Served server, List<String> pages, String cookie, Random mood)
            throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < pagesEach; i++) {
            Thread.sleep((long) (longestReadingMillis * mood.nextDouble()));
            HttpRequest request = HttpRequest.newBuilder(server.address(pages.get(i % pages.size())))
                    .timeout(Duration.ofSeconds(30))
                    .header("Accept", "text/html,*/*;q=0.8")
                    .header("Cookie", cookie)
                    .build();
            long start = System.nanoTime();
            int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
            nanos.add(System.nanoTime() - start);
            if (status != OK) {
                throw new IllegalStateException(request.uri().getPath() + " is answered with " + status);
            }
        }
        return nanos;
    }
}
