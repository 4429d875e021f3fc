package linli.bench;

import java.io.IOException;
import java.nio.file.Path;

/** What a node with a long log holds of the machine's memory, after its first page and after many. */
final class MemoryBench {
    private MemoryBench() {}

    static void run(Path work, Path year, Effort effort, Result result) throws Exception {
        Rounds rounds = new Rounds();
        String first = "resident memory after the first page";
        String loaded = String.format("resident memory at its highest in %,d requests", effort.visits());
        rounds.measure("hello", () -> {
            try (Served hello = Served.hello(work)) {
                return hello.memoryMb("VmRSS");
            }
        });
        rounds.measure(first, () -> {
            try (Served node = Served.node(year, work)) {
                return node.memoryMb("VmRSS");
            }
        });
        rounds.measure(loaded, () -> {
            try (Served node = Served.node(year, work)) {
                load(node, effort);
                return node.memoryMb("VmHWM");
            }
        });
        rounds.run(effort.rounds());
        for (String what : new String[] {first, loaded}) {
            result.line(what, rounds.series(what), "MiB", "Jetty + Jersey saying hello", rounds.series("hello"));
        }
    }

    private static void load(Served node, Effort effort) throws IOException {
        for (int i = 0; i < effort.visits(); i++) {
            require(node.get("/"));
        }
    }

    private static void require(int status) {
        if (status != 200) {
            throw new IllegalStateException("the node answered " + status);
        }
    }
}
