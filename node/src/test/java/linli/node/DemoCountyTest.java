package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import linli.demo.DemoCommunity;
import linli.demo.DemoPolicy;
import linli.demo.DemoStory;
import linli.entry.Actor;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;
import linli.ledger.Books;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.node.demo.DemoCounty;
import linli.node.demo.DemoPlug;
import linli.node.serve.RunningNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county and two communities as {@code scripts/demo} runs them, over real TLS, looked at through their pages alone. */
class DemoCountyTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final StringWriter printed = new StringWriter();
    private DemoCounty demo;
    private DemoPlug plug;

    @BeforeEach
    void make() throws InterruptedException {
        List<DemoCommunity> two = DemoCommunity.ALL.subList(0, 2);
        demo = DemoCounty.make(story(two), days -> {});
        plug = DemoPlug.watch(folder, demo.county(), new PrintWriter(printed, true));
        assertTrue(demo.awaitReconciled(LONG, missing -> {}), "the county has everything");
    }

    @AfterEach
    void close() {
        plug.close();
        demo.close();
    }

    private DemoCounty.Story story(List<DemoCommunity> communities) {
        DemoStory told = DemoStory.untilYesterday(7, 12, 20, communities, DemoPolicy.lasting(6));
        return new DemoCounty.Story(folder, told, 2, 0);
    }

    private RunningNode node(int branch) {
        return branch == 0
                ? demo.county()
                : demo.branches().get(branch - 1).running().orElseThrow();
    }

    private String page(int branch) {
        Browser browser = new Browser(node(branch).pages());
        browser.cookies.put("linli-language", "en");
        return browser.get("/sync").body();
    }

    private JsonNode sync(int branch) {
        try {
            return JSON.readTree(
                    new Browser(node(branch).pages()).getJson("/api/v1/sync").body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks a node until it stands like this. Every answer takes a while, so nothing is asked thousands of times. */
    private JsonNode await(int branch, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + LONG.toNanos();
        JsonNode seen = sync(branch);
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                fail("branch " + branch + " stands so: " + seen);
            }
            seen = sync(branch);
        }
        return seen;
    }

    private static Predicate<JsonNode> state(String state) {
        return seen -> seen.get("state").asText().equals(state);
    }

    private static long held(JsonNode sync, int branch) {
        return sync.get("branches").get(branch).get("posted").asLong();
    }

    private void say(String word) throws IOException {
        Files.createFile(folder.resolve(word));
        long end = System.nanoTime() + LONG.toNanos();
        while (Files.exists(folder.resolve(word))) {
            assertTrue(System.nanoTime() < end, "nobody obeys " + word);
            Thread.onSpinWait();
        }
    }

    private void record(int branch) {
        StaffAppointed helper = new StaffAppointed("helper", "来帮忙", List.of(Role.CLERK), null);
        node(branch).node().ledger().post(Draft.once(Actor.NODE, helper)).idOrThrow();
    }

    /**
     * What a branch writes by itself is written, and the county has heard of it: points on their way are received, and what is due by
     * the clock is done.
     */
    private void awaitQuiet(int branch) {
        await(branch, sync -> nothingIsDue(branch) && sync.get("state").asText().equals("up_to_date"));
    }

    private boolean nothingIsDue(int branch) {
        Ledger ledger = node(branch).node().ledger();
        Books books = ledger.books();
        return books.transit().inTransit().isEmpty()
                && books.toDo().publicityOver(ledger.today()).isEmpty();
    }

    /** It may still grow by a receipt for points that have just come. */
    private long size(int branch) {
        return node(branch).node().ledger().log().size();
    }

    @Test
    void everyNodeHoldsTheLogsOfAll() {
        assertTrue(size(1) > 100, size(1) + " entries");
        for (int branch = 0; branch <= 2; branch++) {
            JsonNode seen = await(
                    branch,
                    sync -> held(sync, 1) == size(1)
                            && held(sync, 2) == size(2)
                            && !sync.get("state").asText().equals("behind"));
            assertEquals(
                    branch == 0 ? "county" : "up_to_date", seen.get("state").asText());
        }
        assertEquals(List.of(), node(0).node().ledger().books().findings());
    }

    @Test
    void aBranchGoesOnWithoutTheCountyAndReconcilesWithinSecondsWhenItIsBack() throws IOException {
        URI address = node(0).peers().orElseThrow();
        awaitQuiet(1);
        awaitQuiet(2);
        say("unplug");
        assertThrows(ConnectException.class, () -> new Socket(address.getHost(), address.getPort()).close());
        assertEquals("county", sync(0).get("state").asText());

        record(1);
        JsonNode waiting = await(1, state("behind"));
        assertEquals(1, waiting.get("toCarry").asLong());
        assertTrue(page(1).contains("goes to the county as soon as it is reached"), page(1));
        JsonNode failed = await(1, sync -> sync.get("contacts").get(0).has("problem"));
        assertEquals("UNREACHABLE", failed.get("contacts").get(0).get("problem").asText());
        await(2, state("up_to_date"));

        say("plug");
        long since = System.nanoTime();
        long size = await(1, state("up_to_date")).get("ownSize").asLong();
        assertTrue(System.nanoTime() - since < 10_000_000_000L, "it took long");
        assertTrue(page(1).contains("The county holds everything that is recorded here"), page(1));
        await(0, sync -> held(sync, 1) == size);
        assertTrue(printed.toString().contains("is unplugged"), printed::toString);
    }
}
