package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyHoursPageTest {
    @TempDir
    Path folder;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void healthIsAnsweredWithoutPeople() {
        Browser.Answer health = village.browser().getJson("/health");
        assertEquals(200, health.status());
        assertTrue(health.body().contains("\"status\":\"ok\""), health.body());
    }

    @Test
    void aVolunteerSignsInSeesTheirHoursAndSignsOut() {
        VolunteerNo zhang = village.enrol("张桂兰", Village.PIN);
        EntryId visiting = village.activity("陪独居老人聊天", "和平里三号楼");
        EntryId backfilled = village.backfill(zhang, visiting, 90);
        village.approve(backfilled);
        village.visit(zhang, visiting, Duration.ofMinutes(45));
        village.backfill(zhang, visiting, 30);
        Browser browser = village.browser();

        assertEquals("303 → /me", browser.signIn(zhang.toString(), Village.PIN).told());
        String page = browser.get("/me").body();
        assertTrue(page.contains("张桂兰，您好"), page);
        assertTrue(page.contains(zhang.toString()), page);
        assertTrue(page.contains("1 小时 30 分钟") && page.contains("45 分钟") && page.contains("30 分钟"), page);
        assertTrue(page.contains("王秀英") && page.contains("李芳"), page);
        assertEquals(200, browser.get("/me/records/" + backfilled).status());

        String out = Browser.tokenIn(page);
        assertEquals("303 → /", browser.form("/sign-out", "token", out).told());
        assertEquals("303 → /", browser.get("/me").told());
        assertFalse(browser.get("/").body().contains("张桂兰"));
    }
}
