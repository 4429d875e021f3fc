package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wishes and teams from the command line. */
class WishCommandTest {
    private static final Pattern ID = Pattern.compile("[0-9]+-[0-9]+(-[0-9])?");

    @TempDir
    private Path dir;

    private String wu;
    private String chen;

    @BeforeEach
    void enrol() {
        ok("init", "--dir", dir);
        wu = id(ok("volunteer", "enrol", "--name", "吴桂兰", "--by", "clerk", "--dir", dir));
        chen = id(ok("volunteer", "enrol", "--name", "陈明", "--by", "clerk", "--dir", dir));
    }

    @Test
    void aWishFromAskingToPoints() throws IOException {
        String posted =
                ok("wish", "post", "一副老花镜", "--kind", "wish", "--by", wu, "--phone", "13800001234", "--dir", dir);
        assertTrue(posted.contains("5 points"), posted);
        String wish = id(posted);
        step("accept", wish, "--by", "clerk");
        step("claim", wish, chen, "--by", chen);
        String listed = ok("wish", "list", "--dir", dir);
        assertTrue(listed.contains("claimed") && listed.contains("一副老花镜") && listed.contains(chen), listed);
        step("fulfil", wish, "--note", "已送到", "--by", chen);
        step("confirm", wish, "--stars", "5", "--by", wu);
        String shown = ok("wish", "show", wish, "--dir", dir);
        assertTrue(shown.contains("5 stars, points for " + chen), shown);
        assertTrue(shown.contains("nothing any more"), shown);
        assertFalse(shown.contains("13800001234"), "details are for those concerned");
        assertFalse(ok("wish", "list", "--dir", dir).contains(wish));
        assertTrue(ok("wish", "list", "--all", "--dir", dir).contains(wish));
        assertEquals(
                5, json("report", "volunteer", chen).get("points").get("held").asLong());
        JsonNode kinds = json("report", "wishes").get("kinds");
        assertEquals(1, kinds.get(0).get("states").get("CONFIRMED").asLong());
        assertEquals(5.0, kinds.get(0).get("starsMean").asDouble());
    }

    @Test
    void aRepairGoesToATeam() {
        String team = id(ok("team", "form", "水电维修队", "--kind", "partner_unit", "--by", "clerk", "--dir", dir));
        ok("team", "join", team, chen, "--by", "clerk", "--dir", dir);
        assertTrue(ok("team", "list", "--dir", dir).contains("水电维修队  partner unit  " + chen));
        String wish =
                id(ok("wish", "post", "楼道灯不亮", "--kind", "repair", "--points", "8", "--by", "clerk", "--dir", dir));
        step(
                "dispatch",
                wish,
                "--team",
                team,
                "--due",
                LocalDate.now(ZoneOffset.UTC).plusDays(2),
                "--by",
                "clerk");
        assertTrue(ok("wish", "list", "--state", "dispatched", "--dir", dir).contains("team " + team));
        step("claim", wish, chen, "--by", chen);
        step("release", wish, "--reason", "缺零件", "--by", chen);
        step("close", wish, "--end", "refused", "--reason", "转物业", "--by", "clerk");
        assertTrue(ok("wish", "show", wish, "--dir", dir).contains("refused"));
        assertTrue(ok("report", "teams", "--dir", dir).contains("1 volunteers in 1 teams"));
        ok("team", "leave", team, chen, "--by", chen, "--dir", dir);
        ok("team", "dissolve", team, "--reason", "合并", "--by", "clerk", "--dir", dir);
        assertFalse(ok("team", "list", "--dir", dir).contains("水电维修队"));
    }

    @Test
    void detailsAreShownToThoseConcernedUntilTheyAreForgotten() {
        String wish = id(ok(
                "wish",
                "post",
                "买药",
                "--kind",
                "help",
                "--address",
                "三栋二单元",
                "--contact",
                "吴奶奶",
                "--by",
                "clerk",
                "--dir",
                dir));
        assertTrue(
                ok("wish", "show", wish, "--details-for", "clerk", "--dir", dir).contains("三栋二单元"));
        assertEquals(
                2,
                linli("wish", "show", wish, "--details-for", chen, "--dir", dir).exit());
        ok("wish", "forget", wish, "--yes", "--dir", dir);
        assertEquals(
                2,
                linli("wish", "show", wish, "--details-for", "clerk", "--dir", dir)
                        .exit());
        assertTrue(ok("wish", "show", wish, "--dir", dir).contains("买药"));
    }

    @Test
    void whatTheRulesRefuseEndsWithOneAndWhatIsUnknownWithTwo() {
        String wish = id(ok("wish", "post", "楼道灯不亮", "--kind", "repair", "--by", "clerk", "--dir", dir));
        assertEquals(
                1, linli("wish", "accept", wish, "--by", "clerk", "--dir", dir).exit());
        assertEquals(
                1,
                linli("wish", "confirm", wish, "--stars", "5", "--by", "clerk", "--dir", dir)
                        .exit());
        assertEquals(
                1,
                linli("wish", "request", "7-31", chen, "--by", chen, "--dir", dir)
                        .exit());
        assertEquals(
                1,
                linli("wish", "withdraw", "0-1", "--reason", "x", "--by", "clerk", "--dir", dir)
                        .exit());
        assertEquals(
                2, linli("wish", "grant", "7-31", "--by", "clerk", "--dir", dir).exit());
        assertEquals(
                2,
                linli("wish", "decline", "7-31", "--reason", "x", "--by", "clerk", "--dir", dir)
                        .exit());
        assertEquals(2, linli("wish", "show", "0-99999", "--dir", dir).exit());
        assertEquals(
                2,
                linli("wish", "post", "x", "--kind", "party", "--by", "clerk", "--dir", dir)
                        .exit());
        assertEquals(
                2,
                linli("wish", "dispatch", wish, "--due", "2026-01-01", "--by", "clerk", "--dir", dir)
                        .exit());
        assertEquals(1, ok("wish", "requests", "--dir", dir).lines().count(), "headings alone");
        assertEquals(1, ok("wish", "list", "--elsewhere", "--dir", dir).lines().count());
    }

    private void step(String act, Object... words) {
        Object[] args = new Object[words.length + 4];
        args[0] = "wish";
        args[1] = act;
        System.arraycopy(words, 0, args, 2, words.length);
        args[words.length + 2] = "--dir";
        args[words.length + 3] = dir;
        assertTrue(ok(args).startsWith("Recorded as "));
    }

    private JsonNode json(Object... report) throws IOException {
        Object[] args = new Object[report.length + 4];
        System.arraycopy(report, 0, args, 0, report.length);
        args[report.length] = "--dir";
        args[report.length + 1] = dir;
        args[report.length + 2] = "--format";
        args[report.length + 3] = "json";
        return new ObjectMapper().readTree(ok(args));
    }

    private static String id(String shown) {
        Matcher matcher = ID.matcher(shown);
        assertTrue(matcher.find(), shown);
        return matcher.group();
    }
}
