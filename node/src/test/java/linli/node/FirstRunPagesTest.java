package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.access.Kiosks;
import linli.keys.Keyring;
import linli.ledger.NodeFolder;
import linli.node.begin.FirstRunDesk;
import linli.node.serve.HttpServer;
import linli.node.serve.HttpSettings;
import linli.web.setup.SetupApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first run, in a real browser: questions, a node in the folder, and a paper for the safe. */
class FirstRunPagesTest {
    private static final String CODE = "204816";

    @TempDir
    Path folder;

    private HttpServer serve(FirstRunDesk desk) {
        return HttpServer.start(SetupApplication.servlet(CODE, desk), new HttpSettings("localhost", 0));
    }

    @Test
    void aCountyIsFoundedByAnsweringAndItsPaperBringsItsKeysBack() throws InterruptedException {
        Path county = folder.resolve("county");
        FirstRunDesk desk = new FirstRunDesk(county);
        try (HttpServer server = serve(desk);
                Visit founder = Visit.atDesk(server.address()).expectingRefusals()) {
            founder.open("/").look("setup-door");
            founder.fill("设置码", "000000").press("开始设置").reads("设置码不对").look("setup-door-wrong");
            founder.fill("设置码", "204 816").press("开始设置").reads("这是谁的节点").look("setup-kind");
            founder.press("建立一个新的网络").reads("日志标识");
            founder.fill("名称", "大武口区").fill("日志标识", "大武口").press("下一步").reads("日志标识不合要求");
            founder.look("setup-county");
            founder.fill("日志标识", "xx.linli").press("下一步").reads("第一位负责人").look("setup-manager");
            founder.press("上一步").reads("以后不能更改").press("下一步");
            founder.fill("姓名", "陈局长")
                    .fill("账号", "chen")
                    .press("下一步")
                    .reads("请再核对一遍")
                    .look("setup-check");
            founder.page.setViewportSize(360, 800);
            founder.look("setup-check-phone").page.setViewportSize(1280, 900);
            founder.press("确认，建立节点").reads("请打印，锁进保险柜").look("setup-paper");
            founder.page.setViewportSize(360, 800);
            founder.look("setup-paper-phone").page.setViewportSize(1280, 900);

            String paper = founder.text();
            String recovery =
                    String.join("-", founder.page.locator(".groups li").allInnerTexts());
            String kiosk = founder.page.locator("code.large").nth(1).innerText();
            assertTrue(NodeFolder.isNode(county));
            assertTrue(Kiosks.open(county).redeem(kiosk, Instant.now()).isPresent(), paper);
            Keyring back = Keyring.recover(folder.resolve("back"), recovery, Optional.empty());
            assertTrue(Arrays.equals(
                    back.logSeed(), Keyring.open(county, Optional::empty).logSeed()));

            founder.open("/setup/kind");
            assertEquals("/setup/paper", founder.path());
            founder.press("已打印好，启动节点").reads("节点正在启动").look("setup-started");
            desk.await();
        }
    }

    @Test
    void aCommunityJoinsAfterItsFingerprintWasCompared() {
        Path county = folder.resolve("county");
        Path heping = folder.resolve("heping");
        Shell.ok("found", "--dir", county, "--name", "示例县", "--origin", "xx.linli", "--manager", "wang=王芳");
        try (RunningCounty running = new RunningCounty(county);
                HttpServer server = serve(new FirstRunDesk(heping));
                Visit founder = Visit.atDesk(server.address()).inEnglish().expectingRefusals()) {
            String invited = Shell.ok(
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
            Matcher code = Pattern.compile("--code (\\S+)").matcher(invited);
            assertTrue(code.find(), invited);
            founder.open("/").fill("Setup code", CODE).press("Begin").press("Joins the network");
            founder.fill("Address of the county’s node", "https://localhost:1")
                    .fill("Code", code.group(1))
                    .press("Next")
                    .reads("The county does not answer");
            founder.fill("Address of the county’s node", running.address())
                    .press("Next")
                    .reads("Compare the fingerprint")
                    .look("setup-fingerprint-en");
            assertEquals(
                    running.fingerprint().toString(),
                    String.join("-", founder.page.locator(".groups li").allInnerTexts()));
            founder.press("They differ").reads("The fingerprints differ");
            founder.press("All eight are the same")
                    .fill("Name", "李芳")
                    .fill("Handle", "li")
                    .press("Next");
            founder.reads("Look once more")
                    .look("setup-check-en")
                    .press("All is right")
                    .reads("Print this and lock it away");
            assertTrue(founder.text().contains("xx.linli/heping"), founder.text());
            assertTrue(Shell.ok("staff", "ls", "--dir", heping).contains("李芳"));
        }
    }

    @Test
    void whoeverDoesNotKnowTheCodeStaysOutside() {
        try (HttpServer server = serve(new FirstRunDesk(folder.resolve("county")))) {
            Browser stranger = new Browser(server.address());
            String token = Browser.tokenIn(stranger.get("/").body());
            assertEquals("303 → /", stranger.get("/setup/kind").told());
            assertEquals("303 → /", stranger.get("/setup/paper").told());
            assertEquals(
                    403,
                    stranger.form("/setup/kind", "token", token, "kind", "county")
                            .status());
            assertEquals(403, stranger.form("/setup/check", "token", token).status());
            for (int i = 0; i < 25; i++) {
                stranger.form("/setup", "token", token, "code", "999999");
            }
            assertEquals(
                    429, stranger.form("/setup", "token", token, "code", CODE).status());
            assertFalse(NodeFolder.isNode(folder.resolve("county")));
        }
    }
}
