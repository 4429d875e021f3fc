package linli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @TempDir
    private Path folder;

    @Test
    void measuresEverythingAtATinySizeAndWritesItDown() throws Exception {
        Path json = folder.resolve("result.json");
        StringWriter shown = new StringWriter();

        int exit = Main.run(
                new PrintWriter(shown),
                "ledger",
                "--entries=600",
                "--rounds=1",
                "--work=" + folder.resolve("work"),
                "--json=" + json);

        assertEquals(0, exit, shown.toString());
        assertTrue(shown.toString().contains("deep audit, 600 entries"), shown.toString());
        for (JsonNode line : new JsonMapper().readTree(json.toFile()).get("lines")) {
            assertTrue(line.get("value").asDouble() > 0, line.toString());
        }
    }

    @Test
    void sendsAShortLogFromNodeToNodeAndCountsItsBytes() throws Exception {
        Path json = folder.resolve("result.json");
        StringWriter shown = new StringWriter();

        int exit = Main.run(
                new PrintWriter(shown),
                "sync",
                "--entries=600",
                "--quick",
                "--work=" + folder.resolve("work"),
                "--json=" + json);

        assertEquals(0, exit, shown.toString());
        assertTrue(shown.toString().contains("push of 600 entries, posted"), shown.toString());
        for (JsonNode line : new JsonMapper().readTree(json.toFile()).get("lines")) {
            assertTrue(line.get("value").asDouble() > 0, line.toString());
            if (line.get("what").asText().endsWith("on the wire for an entry")) {
                double overEntry = line.get("against").get("ratio").asDouble();
                assertTrue(overEntry > 1, "the wire carries at least the entry");
            }
        }
    }

    @Test
    void servesVolunteersAtTheCounter() throws Exception {
        StringWriter shown = new StringWriter();

        int exit = Main.run(
                new PrintWriter(shown), "economy", "--entries=600", "--rounds=1", "--work=" + folder.resolve("work"));

        assertEquals(0, exit, shown.toString());
        assertTrue(shown.toString().contains("durable redemption, 64 kiosks"), shown.toString());
        assertTrue(shown.toString().contains("redemption, p99, 600 entries"), shown.toString());
    }

    @Test
    void pagesAreMeasuredUnderLoad() throws Exception {
        StringWriter shown = new StringWriter();

        int exit = Main.run(
                new PrintWriter(shown), "pages", "--entries=600", "--rounds=1", "--work=" + folder.resolve("work"));

        assertEquals(0, exit, shown.toString());
        assertTrue(shown.toString().contains("page of a kiosk, 200 volunteers, p95"), shown.toString());
    }

    @Test
    void aMedianIsTheMiddleOfOddAndBetweenTheMiddlesOfEvenMany() {
        assertEquals(2, new Series(List.of(9.0, 1.0, 2.0)).median());
        assertEquals(1.5, new Series(List.of(9.0, 1.0, 2.0, 1.0)).median());
    }

    @Test
    void aRatioIsTakenWithinEachRoundSoThatABusyMachineHitsBothSides() {
        Series busyInTheSecond = new Series(List.of(10.0, 5.0, 10.0));
        Series bound = new Series(List.of(20.0, 10.0, 20.0));

        assertEquals(0.5, busyInTheSecond.over(bound).median());
    }
}
