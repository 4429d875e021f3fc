package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** hledger, the free bookkeeping program: what it makes of a journal of ours. */
final class Hledger {
    private Hledger() {}

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "hledger")));
    }

    /** Checks a journal with everything strict, and adds it up by account. */
    static Map<String, Long> balances(Path journal) throws IOException {
        run("hledger", "-f", journal.toString(), "check", "--strict");
        Map<String, Long> balances = new TreeMap<>();
        run("hledger", "-f", journal.toString(), "balance", "--flat", "-N", "--layout=bare")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .forEach(line -> balances.put(line[line.length - 1], Long.valueOf(line[0])));
        return balances;
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertEquals(0, process.exitValue(), out);
        return out;
    }
}
