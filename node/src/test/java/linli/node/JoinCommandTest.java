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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.keys.PassphraseSource;
import linli.ledger.NodeFolder;
import linli.node.console.OpenNode;
import linli.web.hours.MyHours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enrolment as people carry it out: with commands, over the county's real port. */
class JoinCommandTest {
    private static final Pattern LINE = Pattern.compile("linli (join .*--code \\S+)");

    @TempDir
    private Path folder;

    private Path county;
    private Path heping;

    @BeforeEach
    void found() {
        county = folder.resolve("county");
        heping = folder.resolve("heping");
        ok("found", "--dir", county, "--name", "示例县", "--origin", "xx.linli", "--manager", "wang=王芳");
    }

    /** Types what the county's command says is to be typed, with the fingerprint compared. */
    private Shell.Result typed(String said, Path dir, Object... more) {
        Matcher line = LINE.matcher(said);
        assertTrue(line.find(), said);
        List<Object> words =
                new ArrayList<>(List.of(line.group(1).replace("--dir D ", "").split(" ")));
        words.addAll(List.of("--dir", dir));
        words.addAll(List.of(more));
        return linli(words.toArray());
    }

    private String invite(RunningCounty running, String slug, String name) {
        return ok("county", "invite", "--dir", county, "--name", name, "--slug", slug, "--address", running.address());
    }

    @Test
    void aCommunityJoinsWithTheLineThatTheCountyPrints() {
        try (RunningCounty running = new RunningCounty(county)) {
            String said = invite(running, "heping", "和平社区");
            assertTrue(said.contains(running.fingerprint().toString()), said);
            Shell.Result joined = typed(said, heping, "--fingerprint", running.fingerprint(), "--manager", "li=李芳");
            assertEquals(0, joined.exit(), joined.out());
            assertTrue(joined.out().contains("和平社区 is branch 1 of xx.linli"), joined.out());
            assertTrue(ok("staff", "ls", "--dir", heping).contains("李芳"));
            String branches = ok("county", "branches", "--dir", county);
            assertTrue(branches.contains("heping"), branches);
            String invites = ok("county", "invites", "--dir", county);
            assertTrue(invites.contains("taken"), invites);
        }
    }

    @Test
    void anotherFingerprintStopsItBeforeAnythingIsSent() {
        try (RunningCounty running = new RunningCounty(county)) {
            String said = invite(running, "heping", "和平社区");
            String wrong = "0000-0000-0000-0000-0000-0000-0000-0000";
            assertEquals(2, typed(said, heping, "--fingerprint", wrong).exit());
            assertFalse(NodeFolder.isNode(heping));
            assertEquals(2, typed(said, heping).exit(), "there is no terminal to compare on");
            assertEquals(
                    0,
                    typed(said, heping, "--fingerprint", running.fingerprint()).exit());
        }
    }

    @Test
    void aWithdrawnCodeIsWorthless() {
        try (RunningCounty running = new RunningCounty(county)) {
            String said = invite(running, "heping", "和平社区");
            assertEquals(
                    2,
                    linli("county", "invite", "--dir", county, "--name", "和平", "--slug", "heping")
                            .exit(),
                    "one code for a slug is enough");
            String id = ok("county", "invites", "--dir", county).lines().toList().stream()
                    .filter(line -> line.contains("heping"))
                    .findFirst()
                    .orElseThrow()
                    .strip()
                    .replaceFirst(" .*", "");
            ok("county", "withdraw", id, "--dir", county);
            assertEquals(
                    2,
                    typed(said, heping, "--fingerprint", running.fingerprint()).exit());
            assertEquals(2, linli("county", "withdraw", id, "--dir", county).exit());
        }
    }

    @Test
    void aBranchGoesOnWithANewKeyInItsFolder() {
        try (RunningCounty running = new RunningCounty(county)) {
            String said = invite(running, "heping", "和平社区");
            assertEquals(
                    0,
                    typed(said, heping, "--fingerprint", running.fingerprint(), "--manager", "li=李芳")
                            .exit());
            assertEquals(2, typed(said, heping, "--yes").exit(), "there is a node already");
            String rotation = ok("county", "rotate", "heping", "--dir", county, "--address", running.address());
            assertTrue(rotation.contains("join --again"), rotation);
            Shell.Result again = typed(rotation, heping, "--manager", "zhao=赵敏");
            assertEquals(0, again.exit(), again.out());
            assertEquals("xx.linli/heping/2", NodeFolder.open(heping).origin());
            assertTrue(ok("staff", "ls", "--dir", heping).contains("赵敏"));
            assertFalse(Files.exists(heping.resolve("keys/next-log.key")));
        }
    }

    @Test
    void whatWasSignedUnderTheFirstKeyIsStillProven() throws IOException {
        try (RunningCounty running = new RunningCounty(county)) {
            String said = invite(running, "heping", "和平社区");
            typed(said, heping, "--fingerprint", running.fingerprint(), "--manager", "li=李芳");
            Path table = Files.writeString(
                    heping.resolveSibling("hours.csv"), "志愿者编号,姓名,活动名称,服务日期,服务时长\n1001,王芳,巡逻,2025-03-01,2\n");
            ok("import", "hours", table, "--dir", heping, "--by", "li");
            String record =
                    ok("log", "ls", "--type", "HoursRecorded", "--dir", heping).split(" ", 2)[0];
            ok("sync", "--dir", heping);
            String rotation = ok("county", "rotate", "heping", "--dir", county, "--address", running.address());
            assertEquals(0, typed(rotation, heping, "--manager", "zhao=赵敏").exit());
            String receipt = ok("receipt", record, "--dir", heping, "--no-qr", "--language", "en");
            assertTrue(receipt.contains("The log's signature holds: xx.linli/heping signed"), receipt);
            assertTrue(receipt.contains("The county has it: it signed for it on "), receipt);
            try (OpenNode open = OpenNode.open(NodeFolder.open(heping), PassphraseSource.NONE)) {
                EntryId id = EntryId.parse(record);
                VolunteerNo who = open.ledger().books().record(id).orElseThrow().volunteer();
                MyHours hours = new MyHours(open.office());
                assertEquals(
                        "xx.linli/heping", hours.proof(who, id).orElseThrow().origin());
            }
        }
    }

    @Test
    void closingNeedsTheNodeStoppedAndThenEndsTheBranch() {
        try (RunningCounty running = new RunningCounty(county)) {
            String said = invite(running, "heping", "和平社区");
            assertEquals(
                    0,
                    typed(said, heping, "--fingerprint", running.fingerprint()).exit());
            assertEquals(2, close("--yes").exit(), "a node is running");
        }
        assertEquals(2, close().exit(), "nobody confirms");
        Shell.Result closed = close("--yes");
        assertEquals(0, closed.exit(), closed.out());
        assertTrue(ok("county", "branches", "--dir", county).contains("closed"));
        assertEquals(2, close("--yes").exit());
        assertEquals(2, linli("county", "branches", "--dir", heping).exit(), "a branch keeps no register");
    }

    private Shell.Result close(Object... more) {
        List<Object> words = new ArrayList<>(List.of("county", "close", "heping", "--reason", "合并", "--dir", county));
        words.addAll(List.of(more));
        return linli(words.toArray());
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        assertEquals(
                2,
                linli("county", "invite", "--dir", county, "--name", "县", "--slug", "county")
                        .exit());
        assertEquals(
                2,
                linli("county", "invite", "--dir", county, "--name", "东街", "--slug", "Dong")
                        .exit());
        assertEquals(
                2,
                linli("county", "invite", "--dir", county, "--name", "东街", "--slug", "d", "--valid", "soon")
                        .exit());
        assertEquals(2, linli("county", "rotate", "9", "--dir", county).exit());
        assertEquals(
                2,
                linli("join", "--dir", heping, "--county", "county.example", "--yes")
                        .exit());
        assertEquals(
                2,
                linli("join", "--dir", heping, "--county", "https://localhost:1", "--yes")
                        .exit());
    }
}
