package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linli.keys.PassphraseSource;
import linli.ledger.NodeFolder;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.node.console.OpenNode;
import linli.node.serve.Doors;
import linli.node.serve.HttpSettings;
import linli.node.serve.RunningNode;
import linli.sync.PeerAddress;
import linli.sync.PeerFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies, meetings by hand, and coming back, as people do it: with commands, over real TLS. */
class RestoreCommandTest {
    private static final Pattern LINE = Pattern.compile("linli (join .*--code \\S+)");

    @TempDir
    private Path folder;

    private Path county;
    private Path heping;
    private RunningCounty running;

    @BeforeEach
    void join() {
        county = folder.resolve("county");
        heping = folder.resolve("heping");
        ok("found", "--dir", county, "--name", "示例县", "--origin", "xx.linli", "--manager", "wang=王芳");
        running = new RunningCounty(county);
        joined("heping", heping);
        ok("sync", "--dir", heping);
    }

    @AfterEach
    void close() {
        running.close();
    }

    private void joined(String slug, Path dir) {
        String said =
                ok("county", "invite", "--dir", county, "--name", slug, "--slug", slug, "--address", running.address());
        typed(said, dir, "--manager", "li=李芳");
    }

    private void typed(String said, Path dir, Object... more) {
        Matcher line = LINE.matcher(said);
        assertTrue(line.find(), said);
        List<Object> words =
                new ArrayList<>(List.of(line.group(1).replace("--dir D ", "").split(" ")));
        words.addAll(List.of("--dir", dir, "--fingerprint", running.fingerprint()));
        words.addAll(List.of(more));
        ok(words.toArray());
    }

    private Path backup() throws IOException {
        Path to = folder.resolve("usb");
        String said = ok("backup", "--dir", heping, to);
        assertTrue(said.contains("up to #"), said);
        assertTrue(said.contains("KEYS"), said);
        try (Stream<Path> made = Files.list(to)) {
            return made.findFirst().orElseThrow();
        }
    }

    /** As a machine whose county has moved would find it; a test's county has another port each time. */
    private void countyIsAt(String address, Path dir) {
        PeerFile.write(dir, PeerFile.read(dir).withCounty(PeerAddress.parse(address)));
    }

    @Test
    void aLogThatTheCountyHoldsIsExportedWithTheSignatureOfTheCosignerThatTheCountyNamed() throws IOException {
        Path out = folder.resolve("static");
        ok("export", "log", "--dir", heping, "--to", out);
        SignedCheckpoint checkpoint = SignedCheckpoint.ofBytes(
                Files.readAllBytes(out.resolve("checkpoint")),
                NodeFolder.open(heping).log());
        String named = ok("log", "ls", "--type", "CosignerNamed", "--dir", county);
        Matcher vkey = Pattern.compile("vkey (\\S+)").matcher(named);
        assertTrue(vkey.find(), named);
        assertTrue(checkpoint.cosignedAtSeconds(Vkey.ofText(vkey.group(1))).isPresent());
    }

    @Test
    void aNodeWhoseDiskDiedComesBackFromItsCopyAndTheCounty() throws IOException {
        Path copy = backup();
        ok("staff", "appoint", "zhao=赵敏", "--role", "clerk", "--dir", heping);
        ok("sync", "--dir", heping);
        Path disk = folder.resolve("new-disk");
        String said = ok("restore", "--from", copy, "--dir", disk);
        assertTrue(said.contains("came back"), said);
        assertTrue(said.contains("may write again"), said);
        assertTrue(said.contains("What cannot be recovered"), said);
        assertTrue(ok("staff", "ls", "--dir", disk).contains("赵敏"));
        ok("staff", "appoint", "qian=钱进", "--role", "clerk", "--dir", disk);
        String met = ok("sync", "--dir", disk);
        assertTrue(met.contains("the county holds everything to #"), met);
        assertFalse(met.contains("FORK"), met);
    }

    @Test
    void withoutTheCountyItStaysHeldBackAndRunsForReading() throws IOException {
        Path copy = backup();
        running.close();
        Path disk = folder.resolve("new-disk");
        Shell.Result held = linli("restore", "--from", copy, "--dir", disk);
        assertEquals(1, held.exit(), held.out());
        assertTrue(held.out().contains("DID NOT ANSWER"), held.out());
        assertTrue(held.out().contains("STAYS HELD BACK"), held.out());
        assertEquals(
                2,
                linli("staff", "appoint", "zhao=赵敏", "--role", "clerk", "--dir", disk)
                        .exit());
        assertTrue(ok("staff", "ls", "--dir", disk).contains("李芳"));
        assertEquals(2, linli("restore", "--from", copy, "--dir", disk).exit(), "the folder is not empty");
        OpenNode node = OpenNode.open(NodeFolder.open(disk), PassphraseSource.NONE);
        HttpSettings any = new HttpSettings("localhost", 0);
        try (RunningNode reading = RunningNode.start(node, Doors.plain(any, Optional.of(any)))) {
            assertTrue(reading.status().orElseThrow().heldBack());
        }
        running = new RunningCounty(county);
        countyIsAt(running.address(), disk);
        assertTrue(ok("restore", "--dir", disk).contains("may write again"));
        ok("staff", "appoint", "zhao=赵敏", "--role", "clerk", "--dir", disk);
    }

    @Test
    void withoutAnyCopyEveryLogComesBackUnderANewKey() {
        Path xijie = folder.resolve("xijie");
        joined("xijie", xijie);
        ok("sync", "--dir", xijie);
        Path disk = folder.resolve("new-disk");
        assertEquals(2, linli("restore", "--dir", disk).exit(), "it says how to go on");
        typed(ok("county", "rotate", "heping", "--dir", county, "--address", running.address()), disk);
        String met = ok("sync", "--dir", disk);
        String status = ok("status", "--dir", disk);
        assertTrue(Pattern.compile("xijie +[1-9]").matcher(status).find(), met + status);
        assertTrue(ok("staff", "ls", "--dir", disk).contains("李芳"), "written under the key before");
        assertEquals("xx.linli/heping/2", NodeFolder.open(disk).origin());
        assertEquals(0, linli("audit", disk).exit());
    }

    @Test
    void syncSaysWhoWasNotMet() {
        Shell.Result missed = linli("sync", "--dir", heping, "--peer", "https://localhost:1");
        assertEquals(1, missed.exit());
        assertTrue(missed.out().contains("not met"), missed.out());
        assertEquals(2, linli("sync", "--dir", county).exit(), "a node is running on it");
        String again = ok("sync", "--dir", heping);
        assertTrue(again.contains("0 entries came, 0 went"), again);
    }

    @Test
    void theCountyCannotBeLeftOut() throws IOException {
        Path copy = backup();
        Path disk = folder.resolve("new-disk");
        assertEquals(
                2,
                linli("restore", "--from", copy, "--dir", disk, "--without", running.address())
                        .exit());
        assertTrue(NodeFolder.open(disk).isHeldBack());
    }
}
