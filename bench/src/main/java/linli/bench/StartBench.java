package linli.bench;

import java.nio.file.Path;

/** From starting a process to its first page, with a short log and a long one, beside a bare web server that says hello. */
final class StartBench {
    private static final String HELLO = "Jetty + Jersey saying hello";

    private StartBench() {}

    static void run(Path work, Path shortYear, Path longYear, Effort effort, Result result) throws Exception {
        Rounds rounds = new Rounds()
                .measure("hello", () -> millis(Served.hello(work)))
                .measure("short", () -> millis(Served.node(shortYear, work)))
                .measure("long", () -> millis(Served.node(longYear, work)))
                .run(effort.rounds());
        Series hello = rounds.series("hello");
        Series brief = rounds.series("short");
        Series large = rounds.series("long");
        String label = "start to first page, %,d entries";
        result.line(String.format(label, effort.shortEntries()), brief, "ms", HELLO, hello);
        result.line(String.format(label, effort.entries()), large, "ms", HELLO, hello);
        result.line(String.format(label, effort.entries()), large, "ms", "the same, short log", brief);
    }

    private static double millis(Served started) {
        try (started) {
            return started.firstPageMillis();
        }
    }
}
