package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.VolunteerNo;
import linli.ledger.Draft;
import linli.ledger.NodeFolder;
import linli.log.Hash;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.picture.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A day at the shop, typed at a terminal. */
class ShopCommandTest {
    private static final Pattern ENTRY = Pattern.compile("\\b0-[0-9]+\\b");

    @TempDir
    private Path folder;

    private Path dir;
    private String rice;
    private String haircut;
    private String chen;

    /** A volunteer with ten points; six bags of rice at 2 points, three haircuts at 4. */
    @BeforeEach
    void openShop() throws IOException {
        dir = folder.resolve("node");
        Path table = Files.writeString(folder.resolve("hours.csv"), """
                志愿者编号,姓名,活动名称,服务地点,服务日期,服务时长
                1001,陈静,独居老人探访,和平社区,2025-03-01,5
                """);
        Shell.trialNode(dir, table);
        ok("staff", "appoint", "zhao=赵主任", "--role", "manager", "--dir", dir);
        chen = ok("volunteer", "find", "1001", "--dir", dir)
                .lines()
                .reduce("", (first, last) -> last)
                .split(" ", 2)[0];
        grant(10);
        rice = entry(shop("add", "大米", "--unit", "袋", "--points", "2"));
        haircut = entry(shop("add", "理发", "--unit", "次", "--points", "4", "--coupon-days", "30"));
        shop("receive", rice, "6", "--donor", "粮油店");
        shop("receive", haircut, "3");
    }

    private void grant(long points) {
        NodeOption node = CommandLine.populateCommand(new NodeOption(), "--dir", dir.toString());
        try (OpenNode open = node.open()) {
            PointsAdjusted event =
                    new PointsAdjusted(VolunteerNo.parse(chen), points, Basis.CIVIC_ACT, "cleared snow", null);
            open.ledger().post(Draft.once(new Actor.Staff("zhao"), event)).idOrThrow();
        }
    }

    private String shop(Object... args) {
        return ok(words(args));
    }

    private Shell.Result tried(Object... args) {
        return linli(words(args));
    }

    private Object[] words(Object... args) {
        return Stream.of(List.of("shop"), List.of(args), List.of("--by", "clerk", "--dir", dir))
                .flatMap(List::stream)
                .toArray();
    }

    private static String entry(String said) {
        Matcher found = ENTRY.matcher(said);
        assertTrue(found.find(), said);
        return found.group();
    }

    private String redeemed(String... items) {
        return shop(Stream.of(
                        Stream.of("redeem", chen, "--yes"), Stream.of(items).flatMap(item -> Stream.of("--item", item)))
                .flatMap(part -> part)
                .toArray());
    }

    @Test
    void redeemingShowsTheSumAndTheBalance() {
        String said = redeemed(rice + "=2", haircut + "=1");
        assertTrue(said.contains(chen + " holds 10 points here. Together these cost 8."), said);
        assertTrue(said.contains("大米    2 袋       2    4"), said);
        assertTrue(said.contains("; 2 points are left."), said);
        String list = ok("shop", "list", "--dir", dir);
        assertTrue(list.lines().anyMatch(line -> line.matches(rice + " +大米 +袋 +2 +4")), list);
        assertTrue(list.lines().anyMatch(line -> line.matches(haircut + " +理发 +次 +4 +2 +30 days")), list);
    }

    @Test
    void withoutATerminalItAsksForYes() {
        assertEquals(2, tried("redeem", chen, "--item", rice + "=1").exit());
        assertTrue(ok("shop", "list", "--dir", dir).contains("of 0 there is nothing left"));
    }

    @Test
    void whatTheRulesRefuseHasExitCodeOne() {
        assertEquals(1, tried("redeem", chen, "--yes", "--item", rice + "=6").exit());
        assertEquals(1, tried("count", rice, "5", "--second", "clerk").exit());
        assertEquals(1, tried("reprice", "0-9999", "3").exit());
    }

    @Test
    void whatIsWrittenWronglyHasExitCodeTwo() {
        for (String wrong : List.of(rice, rice + "=", rice + "=x", "=2", "x=2", rice + "=0", "0-9999=1")) {
            assertEquals(2, tried("redeem", chen, "--yes", "--item", wrong).exit(), wrong);
        }
        assertEquals(
                2,
                tried("redeem", chen, "--yes", "--item", rice + "=1", "--item", rice + "=1")
                        .exit());
        assertEquals(2, tried("receive", rice, "0").exit());
        assertEquals(2, linli("shop", "show", "0-9999", "--dir", dir).exit());
        assertEquals(
                2,
                linli("shop", "redeem", chen, "--item", rice + "=1", "--dir", dir)
                        .exit());
    }

    @Test
    void aRedemptionIsShownUndoneAndShownAsThat() {
        String id = lastEntry(redeemed(rice + "=2"));
        assertTrue(ok("shop", "show", chen, "--dir", dir).contains(id));
        String undone = shop("reverse", id, "--reason", "拿错商品");
        assertTrue(undone.contains(chen + " holds 10 points."), undone);
        assertTrue(ok("shop", "show", id, "--dir", dir).contains("by clerk: 拿错商品"));
        assertTrue(ok("shop", "show", chen, "--dir", dir).contains("undone"));
    }

    private static String lastEntry(String said) {
        return entry(said.substring(said.lastIndexOf("entry ")));
    }

    @Test
    void aCouponIsListedAndUsedUp() {
        String id = lastEntry(redeemed(haircut + "=1"));
        String open = ok("shop", "show", chen, "--dir", dir);
        assertTrue(open.contains("good until"), open);
        shop("coupon", id, haircut, "--note", "西街理发店");
        assertTrue(ok("shop", "show", id, "--dir", dir).contains("西街理发店"));
        assertTrue(ok("shop", "show", id, "--dir", dir).contains("0 left"));
        assertEquals(1, tried("coupon", id, haircut).exit());
    }

    @Test
    void anItemTellsPriceDeliveryAndStockTake() {
        shop("reprice", rice, "3");
        String counted = shop("count", rice, "5", "--second", "approver");
        assertTrue(counted.contains("大米, 5 袋 counted with approver, 1 fewer than the books said."), counted);
        shop("delist", rice, "--reason", "停产");
        String shown = ok("shop", "show", rice, "--dir", dir);
        for (String part : List.of("costs 3 points", "costs 2 points", "6 袋 came, given by 粮油店", "1 fewer", "停产")) {
            assertTrue(shown.contains(part), () -> part + " in\n" + shown);
        }
    }

    @Test
    void theClosingIsTheSameAsTheReport() throws IOException {
        redeemed(rice + "=1");
        String closing = ok("shop", "closing", "--dir", dir);
        assertEquals(closing, ok("report", "shop", "--dir", dir));
        assertTrue(closing.contains("redemptions 1, reversals 0; points taken 2, given back 0."), closing);
        JsonNode json = new ObjectMapper().readTree(ok("report", "shop", "--dir", dir, "--format", "json"));
        assertEquals(1, json.at("/total/redeemed").asInt());
        assertEquals(5, json.at("/items/0/stock").asInt());
        JsonNode quiet = new ObjectMapper()
                .readTree(
                        ok("report", "shop", "--dir", dir, "--day", "2024-02-29", "--branch", "7", "--format", "json"));
        assertEquals(0, quiet.get("items").size());
        assertEquals(
                rice,
                new ObjectMapper()
                        .readTree(ok("report", "stock", "--dir", dir, "--format", "json"))
                        .at("/items/0/item")
                        .asText());
    }

    @Test
    void aPictureLiesBesideTheLogAndTheItemNamesIt() throws IOException {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1};
        Path file = Files.write(folder.resolve("rice.jpg"), jpeg);
        shop("picture", rice, file);
        NodeOption node = CommandLine.populateCommand(new NodeOption(), "--dir", dir.toString());
        Hash hash = node.read((books, log) -> Objects.requireNonNull(
                books.shop().item(EntryId.parse(rice)).orElseThrow().picture()));
        assertArrayEquals(
                jpeg,
                new Pictures(NodeFolder.open(dir).folder())
                        .find(hash)
                        .orElseThrow()
                        .toBytes());
        Path text = Files.write(folder.resolve("text.png"), "text".getBytes(StandardCharsets.UTF_8));
        assertEquals(2, tried("picture", rice, text).exit());
        assertEquals(2, tried("picture", rice, folder.resolve("nothing.png")).exit());
    }
}
