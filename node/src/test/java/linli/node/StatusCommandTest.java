package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.ledger.Standing;
import linli.node.console.Failures;
import linli.node.meet.SyncStatusText;
import linli.peer.Vouched;
import linli.sync.SyncStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    Path folder;

    private Outpost node;

    @BeforeEach
    void join() {
        node = new Outpost(folder);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private Shell.Result status() {
        return Shell.linli("status", "--dir", node.folder);
    }

    private static void shows(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), part + " is not in\n" + text);
        }
    }

    @Test
    void besideTheRunningNodeItTellsWhatTheFolderKnows() throws IOException {
        long at = Instant.now().getEpochSecond() - 7300;
        Files.writeString(node.folder.resolve("county-holds.json"), "{\"size\":1,\"atSeconds\":" + at + "}");
        Shell.Result told = status();
        assertEquals(0, told.exit());
        shows(
                told.out(),
                "Saved here · the county holds everything to #0 (2 hours ago)",
                "和平社区           1       1",
                "东门社区           0       0",
                "only the running node knows");
    }

    @Test
    void beforeTheFirstMeetingItSaysSo() {
        shows(status().out(), "The county has not been met yet; everything is saved here");
    }

    @Test
    void aForkedLogIsAFailure() {
        node.fork();
        Shell.Result told = status();
        assertEquals(Failures.REFUSED, told.exit());
        shows(told.out(), "FROZEN", Outpost.ORIGIN);
    }

    @Test
    void aNodeThatIsHeldBackIsAFailure() {
        node.ledger.holdBack();
        Shell.Result told = status();
        assertEquals(Failures.REFUSED, told.exit());
        shows(told.out(), "HELD BACK", "linli restore");
    }

    @Test
    void contactsAndWaitingJournalsAreLines() {
        Instant now = node.clock.instant();
        SyncStatus status = new SyncStatus(
                12,
                Optional.of(new Vouched(10, now.getEpochSecond() - 60)),
                List.of(new SyncStatus.Contact(
                        "https://county.example:7443", Optional.of(now), Optional.of("TOO_SLOW"), false)),
                List.of(Standing.awaitingCounty(2, 30, 42, 100), Standing.awaitingUpdate(1, 5, 7)),
                List.of(),
                false);
        shows(
                SyncStatusText.of(status, node.ledger.books(), now),
                "the county holds everything to #9 (1 minute ago) · still to be carried: 2",
                "https://county.example:7443  Last met just now. The last try did not succeed: It took too long",
                "东门社区  Entries: 12, waiting for the county's log up to #99",
                "  Entries: 2, written by a newer Linli; update this node");
    }
}
