package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import linli.entry.EntryCodec;
import linli.keys.PassphraseSource;
import linli.ledger.NodeFolder;
import linli.log.Frontier;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.MerkleProofs;
import linli.log.SignedCheckpoint;
import linli.node.console.Failures;
import linli.node.console.OpenNode;
import linli.node.serve.Doors;
import linli.node.serve.HttpSettings;
import linli.node.serve.RunningNode;
import linli.wire.AddCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String TABLE = """
            志愿者编号,姓名,活动名称,服务地点,服务日期,服务时长
            1001,王芳,独居老人探访,和平社区,2025-03-01,2
            1002,李强,独居老人探访,和平社区,2025-03-01,1.5
            1001,王芳,小区巡逻,西街社区,2025-03-02,3
            1003,赵敏,图书角整理,西街社区,2025-03-05,0.5
            1003,赵敏,图书角整理,西街社区,2025-03-05,0.5
            """;

    @TempDir
    private Path folder;

    private Path dir;
    private Path table;

    @BeforeEach
    void importTable() throws IOException {
        dir = folder.resolve("node");
        table = Files.writeString(folder.resolve("hours.csv"), TABLE);
        Shell.trialNode(dir, table);
    }

    private JsonNode json(Object... args) throws IOException {
        return new ObjectMapper().readTree(ok(args));
    }

    @Test
    void reportsHoursAsJson() throws IOException {
        JsonNode hours = json("report", "hours", "--dir", dir, "--format", "json");
        assertEquals(450, hours.get("totalMinutes").asLong());
        assertEquals(450, hours.get("backfilledMinutes").asLong());
        assertEquals(3, hours.get("volunteers").asLong());
        assertEquals(1, hours.get("flagged").get("REPEAT").asLong());
        assertEquals("和平社区", hours.get("places").get(0).get("place").asText());
        assertEquals(210, hours.get("places").get(0).get("totalMinutes").asLong());
    }

    @Test
    void reportsHoursAsATableAndAsCsv() {
        String shown = ok("report", "hours", "--dir", dir);
        assertTrue(shown.contains("450 minutes of 3 volunteers."), shown);
        String csv = ok("report", "hours", "--dir", dir, "--format", "csv");
        assertTrue(csv.startsWith("place,records,hours,approved,waiting,by clock,backfilled\r\n和平社区,2,3:30,"), csv);
    }

    @Test
    void aVolunteersReportLeadsToActivityAndApprover() throws IOException {
        JsonNode found = json("report", "volunteer", number(), "--dir", dir, "--format", "json");
        assertEquals(300, found.get("backfilledMinutes").asLong());
        assertEquals(10, found.get("points").get("announced").asLong(), "on public show for three days");
        JsonNode newest = found.get("records").get(0);
        assertEquals("小区巡逻", newest.get("activity").asText());
        assertEquals("clerk", newest.get("recorder").asText());
        assertEquals("approver", newest.get("decider").asText());
    }

    /** The number of 王芳, found by her old one. */
    private String number() {
        String line = ok("volunteer", "find", "1001", "--dir", dir).lines().reduce("", (first, last) -> last);
        return line.split(" ", 2)[0];
    }

    @Test
    void aShownEntryIsSignedAndProven() throws IOException {
        Path raw = folder.resolve("entry");
        Path proof = folder.resolve("entry.tlog-proof");
        String shown = ok("show", number(), "--dir", dir, "--raw", raw, "--proof", proof);
        assertTrue(shown.contains("VolunteerEnrolled"), shown);
        assertTrue(shown.contains("valid, by try.linli"), shown);
        NodeFolder node = NodeFolder.open(dir);
        byte[] entry = Files.readAllBytes(raw);
        InclusionProof proven = InclusionProof.ofBytes(Files.readAllBytes(proof));
        assertTrue(EntryCodec.verify(entry, node.log(), proven.index()));
        proven.verify(Hash.ofLeaf(entry), node.log());
    }

    @Test
    void theExportedLogHashesToItsCheckpoint() throws IOException {
        SignedCheckpoint checkpoint = exported("static");
        Path out = folder.resolve("static");
        byte[] leaves = Files.readAllBytes(out.resolve("tile/0/000.p/" + checkpoint.size()));
        Frontier frontier = new Frontier();
        for (int i = 0; i < checkpoint.size(); i++) {
            frontier.add(Hash.at(leaves, i * Hash.SIZE_BYTES));
        }
        assertEquals(checkpoint.root(), frontier.root());
        assertTrue(Files.exists(out.resolve("tile/entries/000.p/" + checkpoint.size())));
    }

    @Test
    void whoKeptACheckpointIsShownThatTheLogHasOnlyGrown() throws IOException {
        SignedCheckpoint kept = exported("kept");
        ok("staff", "appoint", "wang=王敏", "--role", "approver", "--dir", dir);
        AddCheckpoint grown = AddCheckpoint.ofBytes(
                ok("log", "proof", "--from", kept.size(), "--dir", dir).getBytes(StandardCharsets.UTF_8));
        SignedCheckpoint newest =
                SignedCheckpoint.of(grown.note(), NodeFolder.open(dir).log());
        assertEquals(kept.size(), grown.oldSize());
        assertTrue(newest.size() > kept.size());
        assertTrue(
                MerkleProofs.consistency(kept.size(), kept.root(), newest.size(), newest.root(), grown.consistency()));
        assertEquals(
                2,
                linli("log", "proof", "--from", newest.size() + 1, "--dir", dir).exit());
    }

    private SignedCheckpoint exported(String name) throws IOException {
        Path out = folder.resolve(name);
        ok("export", "log", "--dir", dir, "--to", out);
        return SignedCheckpoint.ofBytes(
                Files.readAllBytes(out.resolve("checkpoint")),
                NodeFolder.open(dir).log());
    }

    @Test
    void hledgerAcceptsTheJournalAndAddsUpTheSame() throws IOException {
        Hledger.requireAgreement(dir, folder.resolve("points.journal"));
        assertEquals(-15, Hledger.ours(dir).get("issued"));
    }

    @Test
    void aTableWithAnErrorIsNotImportedAtAll() throws IOException {
        long before = NodeFolder.open(dir).readLog().size();
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), TABLE + "1004,孙丽,巡逻,西街社区,2025-02-30,2\n");
        assertEquals(
                2,
                linli("import", "hours", wrong, "--dir", dir, "--by", "clerk").exit());
        assertEquals(before, NodeFolder.open(dir).readLog().size());
    }

    @Test
    void aDryRunSaysWhatThereIsAndRecordsNothing() {
        long before = NodeFolder.open(dir).readLog().size();
        String shown = ok("import", "hours", table, "--dir", dir, "--dry-run");
        assertTrue(shown.contains("450"), shown);
        assertEquals(before, NodeFolder.open(dir).readLog().size());
    }

    @Test
    void staffComeAndGo() {
        ok("staff", "appoint", "wang=王敏", "--role", "manager,approver", "--dir", dir);
        assertTrue(ok("staff", "ls", "--dir", dir).contains("王敏"));
        ok("staff", "dismiss", "wang", "--reason", "调任", "--dir", dir);
        assertFalse(ok("staff", "ls", "--dir", dir).contains("王敏"));
        assertEquals(
                1,
                linli("staff", "dismiss", "wang", "--reason", "调任", "--dir", dir)
                        .exit());
    }

    @Test
    void keysUnderAPassphraseOpenWithItOnly() throws IOException {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
        ok("keys", "passphrase", "--new-passphrase-file", passphrase, "--dir", dir);
        assertEquals(2, linli("volunteer", "find", "王芳", "--dir", dir).exit());
        ok("volunteer", "find", "王芳", "--dir", dir, "--passphrase-file", passphrase);
    }

    @Test
    void aPortThatIsTakenIsAFailureThatSaysWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OpenNode node = OpenNode.open(NodeFolder.open(dir), PassphraseSource.NONE);
            HttpSettings pages = new HttpSettings("127.0.0.1", taken.getLocalPort());
            String said = assertThrows(
                            Failures.Problem.class, () -> RunningNode.start(node, Doors.plain(pages, Optional.empty())))
                    .getMessage();
            assertTrue(said.contains("choose another port"), said);
        }
    }

    @Test
    void whatCannotBeDoneHasExitCodeTwo() {
        assertEquals(
                2, linli("report", "hours", "--dir", folder.resolve("nothing")).exit());
        assertEquals(2, linli("show", "0-99999", "--dir", dir).exit());
        assertEquals(2, linli("init", "--dir", dir).exit());
        assertEquals(2, linli("report", "volunteer", "0-5-0", "--dir", dir).exit());
        assertEquals(2, linli("no-such-command").exit());
    }
}
