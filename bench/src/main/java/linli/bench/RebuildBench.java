package linli.bench;

import java.nio.file.Path;
import linli.entry.EntryCodec;
import linli.ledger.NodeFolder;
import linli.log.LogReader;

/** Posting a whole log into new accounts, as after a crash that hit the accounts, beside reading and decoding it alone. */
final class RebuildBench {
    private RebuildBench() {}

    static void run(Path year, Effort effort, Result result) throws Exception {
        Rounds rounds = new Rounds()
                .measure("decode", () -> decodedPerSecond(year))
                .measure("rebuild", () -> postedPerSecond(year))
                .run(effort.rounds());
        result.line(
                String.format("rebuild of accounts, %,d entries", effort.entries()),
                rounds.series("rebuild"),
                "/s",
                "read + decode, 1 core",
                rounds.series("decode"));
    }

    private static double decodedPerSecond(Path year) {
        try (LogReader log = NodeFolder.open(year).readLog()) {
            long start = System.nanoTime();
            log.scan(0, log.size(), (index, bytes) -> EntryCodec.decode(bytes));
            return log.size() / Rate.seconds(start);
        }
    }

    private static double postedPerSecond(Path year) throws Exception {
        Scratch.delete(year.resolve("accounts"));
        long start = System.nanoTime();
        try (SampleNode node = SampleNode.open(year)) {
            double seconds = Rate.seconds(start);
            return node.ledger().log().size() / seconds;
        }
    }
}
