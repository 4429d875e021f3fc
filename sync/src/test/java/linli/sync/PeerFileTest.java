package linli.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerFileTest {
    private static final PeerAddress COUNTY = PeerAddress.parse("https://county.example:7443");
    private static final PeerAddress DONGMEN = PeerAddress.parse("https://192.168.1.7:7443");

    @TempDir
    private Path folder;

    private SyncException refusal(String content) throws IOException {
        Files.writeString(folder.resolve("peers.json"), content);
        return assertThrows(SyncException.class, () -> PeerFile.read(folder));
    }

    @Test
    void withoutAFileThereAreNoPeersAndNeighboursAreLookedFor() {
        assertEquals(PeerBook.EMPTY, PeerFile.read(folder));
        assertTrue(PeerBook.EMPTY.neighbours());
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        PeerBook book = new PeerBook(Optional.of(COUNTY), List.of(DONGMEN), false);
        PeerFile.write(folder, PeerBook.EMPTY);
        PeerFile.write(folder, book);
        assertEquals(book, PeerFile.read(folder));
        PeerFile.write(folder, PeerBook.EMPTY);
        assertEquals(PeerBook.EMPTY, PeerFile.read(folder));
    }

    @Test
    void anOperatorMayWriteNoMoreThanTheCounty() throws IOException {
        Files.writeString(folder.resolve("peers.json"), "{\"county\": \"https://County.example:7443/\"}");
        assertEquals(new PeerBook(Optional.of(COUNTY), List.of(), true), PeerFile.read(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"others\": \"https://a:1\"}",
                "{\"others\": [null]}",
                "{\"other\": []}",
                "{\"county\": \"http://county.example:7443\"}",
                "{} {}"
            })
    void aFileThatCannotBeUsedIsNamedAndSaysWhatToDo(String content) throws IOException {
        SyncException refusal = refusal(content);
        assertEquals(SyncException.Code.PEERS_UNREADABLE, refusal.code());
        assertTrue(refusal.getMessage().contains("peers.json cannot be used: "), refusal.getMessage());
    }

    @Test
    void aLaterFormatAsksForAnUpdate() throws IOException {
        assertEquals(
                SyncException.Code.UNKNOWN_VERSION,
                refusal("{\"format\": 2, \"county\": {}}").code());
    }

    @Test
    void moreThanAFileOfPeersMayHoldIsRefused() throws IOException {
        assertEquals(SyncException.Code.DISK, refusal(" ".repeat(70_000)).code());
        String many = "[" + "\"https://a:1\",".repeat(64) + "\"https://b:1\"]";
        assertTrue(refusal("{\"others\": " + many + "}").getMessage().contains("more than 64 peers"));
    }

    @Test
    void thePeerThatStandsThereTwiceIsNamed() throws IOException {
        String twice = "{\"county\": \"https://a.example:1\", \"others\": [\"https://A.example:1\"]}";
        assertTrue(refusal(twice).getMessage().contains("https://a.example:1 stands there twice"));
    }

    @Test
    void aDiskThatRefusesLeavesTheOldFile() throws IOException {
        PeerBook book = PeerBook.EMPTY.withCounty(COUNTY);
        PeerFile.write(folder, book);
        Files.createDirectories(folder.resolve("peers.json.new").resolve("in the way"));
        SyncException refusal = assertThrows(SyncException.class, () -> PeerFile.write(folder, PeerBook.EMPTY));
        assertEquals(SyncException.Code.DISK, refusal.code());
        assertEquals(book, PeerFile.read(folder));
    }

    @Test
    void theCountyComesFirstAndEachAddressOnce() {
        PeerBook book = new PeerBook(Optional.of(COUNTY), List.of(DONGMEN), true);
        PeerAddress nearby = PeerAddress.parse("https://192.168.1.9:7443");
        List<Neighbour> heard =
                List.of(new Neighbour("xx.linli/a", 2, DONGMEN), new Neighbour("xx.linli/b", 3, nearby));
        assertEquals(List.of(COUNTY, DONGMEN, nearby), book.contacts(heard));
        assertEquals(List.of(COUNTY, DONGMEN), new PeerBook(book.county(), book.others(), false).contacts(heard));
    }

    @Test
    void aPeerThatBecomesTheCountyIsNoLongerAmongTheOthers() {
        PeerBook book = new PeerBook(Optional.of(COUNTY), List.of(DONGMEN), true).withCounty(DONGMEN);
        assertEquals(new PeerBook(Optional.of(DONGMEN), List.of(), true), book);
    }

    @ParameterizedTest
    @CsvSource({
        "https://County.Example:7443, https://county.example:7443",
        "' HTTPS://10.0.0.1:1/ ', https://10.0.0.1:1",
        "https://[FD00::2]:65535, https://[fd00::2]:65535"
    })
    void addressesHaveOneSpelling(String written, String spelling) {
        assertEquals(spelling, PeerAddress.parse(written).toString());
        assertEquals(spelling + "/", PeerAddress.parse(written).uri().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "county.example:7443",
                "http://county.example:7443",
                "https://county.example",
                "https://county.example:0",
                "https://county.example:65536",
                "https://county.example:7443/sync",
                "https://county.example:7443?x",
                "https://me:secret@county.example:7443",
                "https://:7443",
                "https://a b:7443",
                "https://社区.example:7443",
                "https://[fd00::2:7443"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String written) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> PeerAddress.parse(written));
        assertTrue(refusal.getMessage().contains("https://host:port"));
        assertFalse(refusal.getMessage().contains("secret"));
    }

    @Test
    void asManyPeersAsAllowedFitTheFile() {
        String label = "x".repeat(60) + ".";
        List<PeerAddress> others = IntStream.range(0, 64)
                .mapToObj(i -> new PeerAddress(label + label + label + i, 65_535))
                .toList();
        PeerBook book = new PeerBook(Optional.of(COUNTY), others, true);
        PeerFile.write(folder, book);
        assertEquals(book, PeerFile.read(folder));
    }
}
