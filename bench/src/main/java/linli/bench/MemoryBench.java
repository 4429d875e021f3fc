package linli.bench;

import java.io.IOException;
import java.nio.file.Path;
import linli.ledger.NodeFolder;

/** What a node with a long log holds of the machine's memory, after its first page and after many pages and tiles. */
final class MemoryBench {
    private static final int TILE_ENTRIES = 256;

    private MemoryBench() {}

    static void run(Path work, Path year, Effort effort, Result result) throws Exception {
        Rounds rounds = new Rounds();
        String first = "resident memory after the first page";
        String loaded = String.format("resident memory at its highest in %,d requests", 3 * effort.visits());
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
                load(node, year, effort);
                return node.memoryMb("VmHWM");
            }
        });
        rounds.run(effort.rounds());
        for (String what : new String[] {first, loaded}) {
            result.line(what, rounds.series(what), "MiB", "Jetty + Jersey saying hello", rounds.series("hello"));
        }
    }

    /** Pages and tiles in turn, over the whole length of the log. */
    private static void load(Served node, Path year, Effort effort) throws IOException {
        String log = "/log/" + NodeFolder.open(year).logFolder().getFileName();
        long fullTiles = effort.entries() / TILE_ENTRIES;
        for (int i = 0; i < effort.visits(); i++) {
            require(node.get("/"));
            if (fullTiles > 0) {
                String number = number(i * fullTiles / effort.visits());
                require(node.get(log + "/tile/0/" + number));
                require(node.get(log + "/tile/entries/" + number));
            }
        }
    }

    /** The number of a tile as its path has it: {@code 017}, {@code x001/234}. */
    private static String number(long tile) {
        String last = String.format("%03d", tile % 1000);
        return tile < 1000 ? last : String.format("x%03d/", tile / 1000) + last;
    }

    private static void require(int status) {
        if (status != 200) {
            throw new IllegalStateException("the node answered " + status);
        }
    }
}
