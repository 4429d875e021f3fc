package linli.node;

import static linli.node.ApiClient.json;
import static linli.node.ApiClient.told;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import linli.entry.EntryId;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.StockReceived;
import linli.node.Browser.Answer;
import linli.picture.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop over the API: whose hand redeems, what takes two, and what a picture is. */
class ShopApiTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    @TempDir
    Path folder;

    private StaffedVillage village;
    private EntryId rice;
    private EntryId haircut;

    @BeforeEach
    void stock() {
        village = new StaffedVillage(folder);
        rice = village.village.write(Village.CLERK, new ItemListed("大米", "袋", 5, null));
        haircut = village.village.write(Village.CLERK, new ItemListed("理发", "次", 8, 30));
        village.village.write(Village.CLERK, new StockReceived(rice, 9, null));
        village.village.write(Village.CLERK, new StockReceived(haircut, 9, null));
    }

    @AfterEach
    void close() {
        village.close();
    }

    /** A basket of some rice; somebody else's where {@code for whom} says so. */
    private String basket(int bags, long points, String forWhom) {
        return "{" + forWhom + "'lines':[{'item':'" + rice + "','quantity':" + bags + "}],'points':" + points + "}";
    }

    private Answer redeem(String who, String basket) {
        return village.as(who).post("/api/v1/shop/redemptions", basket);
    }

    private long held() {
        return village.village.ledger.books().held(village.zhang);
    }

    @Test
    void aKioskByItselfSpendsNobodysPointsAndWithAPinOnlyOnesOwn() {
        String forZhang = "'volunteer':'" + village.zhang + "',";
        assertEquals("403 not_allowed", told(redeem("kiosk", basket(1, 5, forZhang))));
        assertEquals(50, held());
        assertEquals(
                "403 role_missing",
                told(redeem("volunteer at kiosk", basket(1, 5, "'volunteer':'" + village.li + "',"))));
        Answer own = redeem("volunteer at kiosk", basket(1, 5, ""));
        assertEquals(201, own.status(), own.body());
        assertEquals(45, held());
        String redemption = "/api/v1/shop/redemptions/" + json(own).get("entry").asText();
        assertEquals(
                "volunteer",
                json(village.as("volunteer").get(redemption)).at("/by/kind").asText());
        ApiClient li = ApiClient.volunteer(village.address(), null, village.li, Village.PIN);
        assertEquals("404 not_found", told(li.get(redemption)), "somebody else's is none of theirs");
    }

    @Test
    void whatIsRefusedAtTheCounterIsSaidByItsCode() {
        village.village.write(Village.CLERK, new ItemRepriced(rice, 6));
        assertEquals("409 price_differs", told(redeem("volunteer", basket(1, 5, ""))));
        assertEquals("409 out_of_stock", told(redeem("volunteer", basket(10, 60, ""))));
        assertEquals("409 not_enough_points", told(redeem("volunteer", basket(9, 54, ""))));
        assertEquals("422 value_refused", told(redeem("volunteer", basket(0, 6, ""))));
        assertEquals("400 bad_request", told(redeem("volunteer", "{'lines':[{'quantity':1}],'points':6}")));
        assertEquals("400 bad_request", told(redeem("volunteer", "{'lines':[null],'points':6}")));
        assertEquals("400 bad_request", told(redeem("clerk", basket(1, 6, ""))), "a clerk says for whom");
        assertEquals(50, held());
    }

    @Test
    void theSameBasketSentAgainIsPaidOnce() {
        String key = UUID.randomUUID().toString();
        Answer first =
                village.as("volunteer").post("/api/v1/shop/redemptions", basket(2, 10, ""), "Idempotency-Key", key);
        village.village.write(Village.CLERK, new ItemRepriced(rice, 6));
        Answer again =
                village.as("volunteer").post("/api/v1/shop/redemptions", basket(2, 10, ""), "Idempotency-Key", key);
        assertEquals(first.body() + "true", again.body() + again.header("Idempotency-Replayed"));
        assertEquals(40, held());
    }

    @Test
    void aSlipAtTheCounterIsUndoneByOneAndLaterByTwo() {
        String reversal = "/api/v1/shop/redemptions/"
                + json(redeem("volunteer", basket(1, 5, ""))).get("entry").asText() + "/reversal";
        village.village.clock.pass(Duration.ofDays(1));
        ApiClient clerk = village.staff("wang");
        assertEquals("403 second_person_needed", told(clerk.post(reversal, "{'reason':'拿错了'}")));
        String second = "{'reason':'拿错了','second':{'handle':'li-fang','password':'%s'}}";
        assertEquals("403 second_refused", told(clerk.post(reversal, second.formatted("not the password"))));
        assertEquals(
                201,
                clerk.post(reversal, second.formatted(StaffedVillage.PASSWORD)).status());
        assertEquals(50, held());
        assertEquals("409 redemption_reversed", told(clerk.post(reversal, "{'reason':'拿错了'}")));
    }

    @Test
    void twoCountAndTheSecondIsSomebodyElseWithTheirOwnPassword() {
        ApiClient clerk = village.as("clerk");
        String count = "{'item':'" + rice + "','quantity':7,'second':{'handle':'%s','password':'%s'}}";
        assertEquals(
                "403 second_person_needed",
                told(clerk.post("/api/v1/shop/stock-takes", count.formatted("wang", StaffedVillage.PASSWORD))));
        assertEquals(
                "403 second_refused",
                told(clerk.post("/api/v1/shop/stock-takes", count.formatted("li-fang", "wrong"))));
        assertEquals(
                "400 bad_request",
                told(clerk.post("/api/v1/shop/stock-takes", "{'item':'" + rice + "','quantity':7}")));
        assertEquals(
                201,
                clerk.post("/api/v1/shop/stock-takes", count.formatted("li-fang", StaffedVillage.PASSWORD))
                        .status());
        assertEquals(
                7,
                json(clerk.get("/api/v1/shop/items/" + rice)).at("/item/stock").asInt());
    }

    private Answer picture(String item, byte[] bytes) {
        return village.as("clerk")
                .sendBody(
                        "POST",
                        "/api/v1/shop/items/" + item + "/picture",
                        BodyPublishers.ofByteArray(bytes),
                        "Content-Type",
                        "image/jpeg");
    }

    @Test
    void aPictureIsWhatItsFirstBytesSayAndComesBackAsItWas() {
        assertEquals(201, picture(rice.toString(), PNG).status());
        var shown = village.village
                .browser()
                .bytes(
                        "GET",
                        "/api/v1/shop/items/" + rice + "/picture",
                        BodyPublishers.noBody(),
                        "Authorization",
                        "Bearer " + village.kioskToken());
        assertArrayEquals(PNG, shown.body());
        assertEquals("image/png", shown.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "404 not_found",
                told(village.as("clerk")
                        .send("GET", "/api/v1/shop/items/" + haircut + "/picture", null, "Accept", "image/*")));
    }

    @Test
    void whatIsNoPictureOrTooLargeOrOfNoItemIsNotKept() {
        assertEquals("422 not_a_picture", told(picture(rice.toString(), new byte[] {1, 2, 3})));
        assertEquals("413 body_too_large", told(picture(rice.toString(), Arrays.copyOf(PNG, Picture.MOST_BYTES + 1))));
        assertEquals("404 unknown_item", told(picture("0-1", PNG)));
        assertFalse(Files.exists(folder.resolve("pictures")));
        assertEquals(
                201,
                picture(rice.toString(), Arrays.copyOf(PNG, Picture.MOST_BYTES)).status());
    }

    @Test
    void couponsAreUsedOneByOneAndNoLongerThanTheyAreGood() {
        String basket = "{'lines':[{'item':'" + haircut + "','quantity':2}],'points':16}";
        String redemption = json(redeem("volunteer", basket)).get("entry").asText();
        String use = "{'redemption':'" + redemption + "','item':'" + haircut + "'}";
        ApiClient clerk = village.as("clerk");
        assertEquals(201, clerk.post("/api/v1/shop/coupon-uses", use).status());
        assertEquals(
                1,
                json(village.as("volunteer").get("/api/v1/me/coupons"))
                        .at("/items/0/left")
                        .asInt());
        village.village.clock.pass(Duration.ofDays(31));
        assertEquals("409 coupon_expired", told(village.staff("wang").post("/api/v1/shop/coupon-uses", use)));
        assertEquals(
                0,
                json(village.staff("wang").get("/api/v1/shop/coupons?redemption=" + redemption))
                        .get("items")
                        .size());
        assertEquals("400 bad_request", told(village.staff("wang").get("/api/v1/shop/coupons")));
    }

    @Test
    void redemptionsAreFoundByWhoseAndByDayInPagesAndAsATable() {
        for (int i = 0; i < 3; i++) {
            assertEquals(201, redeem("volunteer", basket(1, 5, "")).status());
        }
        ApiClient clerk = village.as("clerk");
        for (String query : List.of(
                "limit=2",
                "limit=2&day=2026-11-23",
                "limit=2&volunteer=" + village.zhang,
                "limit=2&day=2026-11-23&volunteer=" + village.zhang)) {
            Answer page = clerk.get("/api/v1/shop/redemptions?" + query);
            assertEquals(2, json(page).get("items").size(), query);
            String next = json(page).get("next").asText();
            assertEquals(
                    1,
                    json(clerk.get("/api/v1/shop/redemptions?" + query + "&from=" + next))
                            .get("items")
                            .size(),
                    query);
        }
        assertEquals(
                0,
                json(clerk.get("/api/v1/shop/redemptions?volunteer=" + village.li))
                        .get("items")
                        .size());
        String table = clerk.send("GET", "/api/v1/shop/redemptions.csv", null, "Accept", "*/*")
                .body();
        assertTrue(table.contains("," + rice + " 大米 袋 1 5,"), table);
    }
}
