package linli.node;

import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

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

    /**
     * The journal that a node exports is accepted by hledger, where it is installed, and adds up to the node's own balances.
     *
     * @param journal where it is written
     */
    static void requireAgreement(Path dir, Path journal) throws IOException {
        ok("export", "hledger", "--dir", dir, "--to", journal);
        Assumptions.assumeTrue(isInstalled(), "hledger is not installed");
        assertEquals(ours(dir), balances(journal));
    }

    /** What a node says itself. */
    static Map<String, Long> ours(Path dir) throws IOException {
        Map<String, Long> ours = new TreeMap<>();
        new ObjectMapper()
                .readTree(ok("report", "balances", "--dir", dir, "--format", "json"))
                .get("accounts")
                .forEach(account -> ours.put(
                        account.get("account").asText(), account.get("points").asLong()));
        return ours;
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
