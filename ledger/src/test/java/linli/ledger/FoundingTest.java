package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import linli.entry.EntryException;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogException;
import linli.log.LogReader;
import linli.log.NoteSigner;
import linli.log.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A county is founded once, however often somebody tries. */
class FoundingTest {
    @TempDir
    Path folder;

    private final FakeClock clock = new FakeClock(TestLedger.TODAY, 8);

    private Ledger found(String name, String policy) {
        return Ledger.found(folder, name, TestLedger.ORIGIN, policy, TestLedger.KEY, clock);
    }

    private Ledger found() {
        return found("某县", Policy.defaultDocument());
    }

    private void assertFounded(Ledger ledger) {
        assertEquals(2, ledger.log().size());
        assertEquals("某县", ledger.books().branch(0).orElseThrow().name());
        assertEquals(1, ledger.books().policy().orElseThrow().version());
        assertTrue(NodeFolder.isNode(folder));
        assertEquals(TestLedger.ORIGIN, NodeFolder.open(folder).origin());
    }

    @Test
    void foundingMakesANode() {
        try (Ledger ledger = found()) {
            assertFounded(ledger);
        }
        try (Ledger again = TestLedger.open(folder, Machine.real(clock))) {
            assertFounded(again);
        }
    }

    @Test
    void aSecondFoundingIsRefused() {
        found().close();
        assertEquals(LedgerException.Code.ALREADY_A_NODE, codeOf(this::found));
    }

    @Test
    void aFoundingThatStoppedBeforeItsLastStepIsTakenUp() throws IOException {
        found().close();
        Files.delete(folder.resolve("node.json"));
        try (Ledger ledger = found()) {
            assertFounded(ledger);
        }
    }

    @Test
    void aFoundingThatStoppedWithAnEmptyLogIsTakenUp() {
        newLog().close();
        try (Ledger ledger = found()) {
            assertFounded(ledger);
        }
    }

    @Test
    void aFoundingThatStoppedBeforeItsPolicyIsTakenUp() throws IOException {
        found().close();
        byte[] first;
        try (LogReader log = TestLedger.readLog(folder)) {
            first = log.entry(0);
        }
        MoreFiles.deleteDirectoryContents(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        try (Log log = newLog()) {
            log.append(List.of(first));
        }
        try (Ledger ledger = found()) {
            assertFounded(ledger);
        }
    }

    private Log newLog() {
        NoteSigner signer = new NoteSigner(TestLedger.ORIGIN, TestLedger.KEY);
        return Log.create(
                Disk.real(),
                new NodeFolder(folder, 0, TestLedger.VKEY, TestLedger.VKEY).logFolder(),
                TestLedger.ORIGIN,
                signer);
    }

    @Test
    void takingItUpUnderAnotherNameIsRefusedAndLetsGoOfTheFolder() throws IOException {
        found().close();
        Files.delete(folder.resolve("node.json"));
        assertEquals(LedgerException.Code.REFUSED, codeOf(() -> found("另一县", Policy.defaultDocument())));
        found().close();
    }

    @Test
    void whatCannotBeFoundedLeavesNothingBehind() throws IOException {
        assertThrows(EntryException.class, () -> found(" ", Policy.defaultDocument()));
        assertThrows(IllegalArgumentException.class, () -> found("某县", "{}"));
        assertThrows(EntryException.class, () -> found("某县", Policy.defaultDocument() + " ".repeat(5_000)));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void anotherKeyDoesNotOpenTheNode() {
        found().close();
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = 1;
        LogException refusal = assertThrows(
                LogException.class,
                () -> Ledger.open(NodeFolder.open(folder), SigningKey.ofSeed(seed), clock, (done, of) -> {}));
        assertEquals(LogException.Code.BAD_SIGNATURE, refusal.code());
        TestLedger.open(folder, Machine.real(clock)).close();
    }

    @Test
    void oneProcessHoldsANode() throws Exception {
        found().close();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", out.readLine());
            assertEquals(LedgerException.Code.IN_USE, codeOf(() -> TestLedger.open(folder, Machine.real(clock))));
        } finally {
            other.destroyForcibly().waitFor();
        }
        TestLedger.open(folder, Machine.real(clock)).close();
    }

    /** The other process. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws InterruptedException {
            try (Ledger ledger = TestLedger.open(Path.of(args[0]), Machine.real(InstantSource.system()))) {
                System.out.println("open");
                Thread.sleep(60_000);
                ledger.checkpoint();
            }
        }
    }

    @Test
    void anEmptyFolderIsNoNode() {
        assertFalse(NodeFolder.isNode(folder));
        assertEquals(LedgerException.Code.NOT_A_NODE, codeOf(() -> TestLedger.open(folder, Machine.real(clock))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"format\":1,\"branch\":0}",
                "{\"format\":1,\"branch\":-1,\"origin\":\"x\"}",
                "{\"format\":1,\"branch\":null,\"origin\":\"x\"}"
            })
    void aDamagedNodeFileIsNamed(String content) throws IOException {
        Files.writeString(folder.resolve("node.json"), content);
        LedgerException refusal = assertThrows(LedgerException.class, () -> NodeFolder.open(folder));
        assertEquals(LedgerException.Code.NOT_A_NODE, refusal.code());
        assertTrue(String.valueOf(refusal.getMessage()).contains("node.json is damaged"));
    }

    @Test
    void aNodeFileOfALaterLinliIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("node.json"), "{\"format\":2,\"branch\":0,\"origin\":\"xx.linli\"}");
        assertEquals(LedgerException.Code.UNKNOWN_VERSION, codeOf(() -> TestLedger.open(folder, Machine.real(clock))));
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Ledger ledger = found();
        ledger.close();
        ledger.close();
    }

    private static LedgerException.Code codeOf(Supplier<Ledger> opening) {
        return assertThrows(LedgerException.class, () -> opening.get().close()).code();
    }
}
