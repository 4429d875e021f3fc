package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points by hand: a manager alone up to a limit, two people above it. */
class PointsAdjustTest {
    @TempDir
    private Path folder;

    private Path dir;
    private String wang;

    @BeforeEach
    void appointAManager() throws IOException {
        dir = folder.resolve("node");
        Path table =
                Files.writeString(folder.resolve("hours.csv"), "志愿者编号,姓名,活动名称,服务日期,服务时长\n1001,王芳,巡逻,2025-03-01,2\n");
        Shell.trialNode(dir, table);
        ok("staff", "appoint", "lin=林主任", "--role", "manager", "--dir", dir);
        wang = ok("volunteer", "find", "1001", "--dir", dir)
                .lines()
                .reduce("", (first, last) -> last)
                .split(" ", 2)[0];
    }

    private Shell.Result adjust(Object... words) {
        Object[] common = {"points", "adjust", wang, "--basis", "civic_act", "--reason", "拾金不昧", "--dir", dir};
        return linli(Stream.concat(Arrays.stream(common), Arrays.stream(words)).toArray());
    }

    @Test
    void aManagerGrantsAndTakesUpToTheLimitAlone() {
        Shell.Result granted = adjust("--grant", 100, "--by", "lin");
        assertTrue(granted.out().contains(": " + wang + " holds 100 points now."), granted.out());
        assertTrue(adjust("--take", 30, "--by", "lin").out().contains("holds 70 points now."));
        assertEquals(1, adjust("--take", 71, "--by", "lin").exit(), "more than there are");
        assertEquals(1, adjust("--grant", 5, "--by", "clerk").exit(), "a clerk does not");
        String why = ok("why", wang, "--dir", dir, "--language", "en");
        assertTrue(why.contains("by -30 (civic act). Reason: 拾金不昧"), why);
        assertTrue(why.contains("All changes come to 70 points, and that is the balance: 70 points."), why);
    }

    @Test
    void moreTakesASecondPerson() {
        assertEquals(1, adjust("--grant", 101, "--by", "lin").exit());
        assertEquals(1, adjust("--grant", 101, "--by", "lin", "--second", "lin").exit());
        assertEquals(
                1, adjust("--grant", 101, "--by", "lin", "--second", "clerk").exit());
        Shell.Result both = adjust("--grant", 101, "--by", "lin", "--second", "approver");
        assertTrue(both.out().contains("holds 101 points now."), both.out());
    }

    @Test
    void anAdjustmentIsMoreOrFewerAndNotNothing() {
        assertEquals(2, adjust("--by", "lin").exit());
        assertEquals(2, adjust("--grant", 1, "--take", 1, "--by", "lin").exit());
        assertEquals(2, adjust("--grant", 0, "--by", "lin").exit());
        assertEquals(2, adjust("--take", -5, "--by", "lin").exit());
    }
}
