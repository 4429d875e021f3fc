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
import linli.entry.Actor;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.VolunteerNo;
import linli.ledger.Draft;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Receipts that a community hands out, verified at another node: its county's. */
class ReceiptCommandTest {
    @TempDir
    private Path folder;

    private Path county;
    private Path heping;
    private String wang;

    /** A volunteer of the community with ten points. */
    @BeforeEach
    void found() throws IOException {
        county = folder.resolve("county");
        heping = folder.resolve("heping");
        ok("found", "--dir", county, "--name", "示例县", "--origin", "xx.linli", "--manager", "zhao=赵敏");
        try (RunningCounty running = new RunningCounty(county)) {
            join(running);
        }
        Path table =
                Files.writeString(folder.resolve("hours.csv"), "志愿者编号,姓名,活动名称,服务日期,服务时长\n1001,王芳,巡逻,2025-03-01,2\n");
        ok("import", "hours", table, "--dir", heping, "--by", "li");
        wang = ok("volunteer", "find", "1001", "--dir", heping)
                .lines()
                .reduce("", (first, last) -> last)
                .split(" ", 2)[0];
        grant(10);
    }

    private void join(RunningCounty running) {
        String said = ok(
                "county",
                "invite",
                "--dir",
                county,
                "--name",
                "和平社区",
                "--slug",
                "heping",
                "--address",
                running.address());
        String line = said.lines()
                .map(String::strip)
                .filter(one -> one.startsWith("linli join "))
                .findFirst()
                .orElseThrow();
        List<Object> words = new ArrayList<>(
                List.of(line.replace("linli ", "").replace("--dir D ", "").split(" ")));
        words.addAll(List.of("--dir", heping, "--fingerprint", running.fingerprint(), "--manager", "li=李芳"));
        ok(words.toArray());
    }

    private void grant(long points) {
        NodeOption node = CommandLine.populateCommand(new NodeOption(), "--dir", heping.toString());
        try (OpenNode open = node.open()) {
            PointsAdjusted event =
                    new PointsAdjusted(VolunteerNo.parse(wang), points, Basis.OPENING_BALANCE, "of the old book", null);
            open.ledger().post(Draft.once(new Actor.Staff("li"), event)).idOrThrow();
        }
    }

    /** The first entry of this kind. */
    private String entry(String type) {
        return ok("log", "ls", "--type", type, "--dir", heping).split(" ", 2)[0];
    }

    private Path receipt(String entry) {
        Path slip = folder.resolve("slip");
        ok("receipt", entry, "--dir", heping, "--no-qr", "--slip", slip);
        return slip;
    }

    private String redeemed() {
        ok("shop", "add", "大米", "--unit", "袋", "--points", "2", "--by", "li", "--dir", heping);
        String rice = entry("ItemListed");
        ok("shop", "receive", rice, "6", "--by", "li", "--dir", heping);
        ok("shop", "redeem", wang, "--yes", "--item", rice + "=3", "--by", "li", "--dir", heping);
        return entry("PointsRedeemed");
    }

    @Test
    void theCountyConfirmsARedemptionOnceItHasMetTheCommunity() throws IOException {
        String redemption = redeemed();
        String before = ok("verify", receipt(redemption), "--dir", county, "--language", "en");
        assertTrue(before.contains("volunteer " + wang + " pays 6 points for "), before);
        assertTrue(before.contains("Not seen by the county yet"), before);
        try (RunningCounty running = new RunningCounty(county)) {
            ok("sync", "--peer", running.address(), "--dir", heping);
        }
        String after = ok("verify", receipt(redemption), "--dir", county, "--language", "en");
        assertTrue(after.contains("The county has it"), after);
        assertFalse(after.contains("Not seen by the county yet"), after);
    }

    @Test
    void theSlipOfATransferIsAReceiptTooAndAnAlteredOneIsNone() throws IOException {
        Path slip = folder.resolve("transfer");
        ok("points", "send", wang, "4", "--to", "0", "--by", "li", "--dir", heping, "--no-qr", "--slip", slip);
        String told = ok("verify", slip, "--dir", county, "--language", "en");
        assertTrue(told.contains("sends 4 points of volunteer " + wang + " to community "), told);
        String text = Files.readString(slip);
        int place = text.indexOf("extra ") + 100;
        char other = text.charAt(place) == 'A' ? 'B' : 'A';
        Files.writeString(slip, text.substring(0, place) + other + text.substring(place + 1));
        Shell.Result refused = linli("verify", slip, "--dir", county, "--language", "en");
        assertEquals(1, refused.exit());
        assertTrue(refused.out().startsWith("The receipt is not valid"), refused.out());
        assertEquals(
                2,
                linli("points", "receive", slip, "--by", "zhao", "--dir", county)
                        .exit(),
                "nor can it be taken in");
        Files.writeString(slip, text);
        ok("points", "receive", slip, "--by", "zhao", "--dir", county);
    }
}
