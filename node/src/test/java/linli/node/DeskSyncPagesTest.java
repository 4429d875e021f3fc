package linli.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import linli.bundle.BundleWriter;
import linli.ledger.Ledger;
import linli.log.SigningKey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.node.serve.HttpServer;
import linli.node.serve.HttpSettings;
import linli.web.WebApplication;
import linli.web.desk.office.StickDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk and a USB stick, in a real browser. */
class DeskSyncPagesTest {
    @TempDir
    Path folder;

    @Test
    void whatAnotherNodeLacksIsWrittenToAStickAndTheClerkSeesHowFarItIs() throws IOException {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        try (StaffedVillage village = new StaffedVillage(Files.createDirectory(folder.resolve("node")));
                StickDesk desk = desk(village.village, List.of(stick));
                HttpServer server = serve(village.village, desk)) {
            village.staff("wang");
            String token = ApiClient.staff(server.address(), "wang", StaffedVillage.PASSWORD)
                    .token();
            try (Visit clerk = Visit.atDesk(server.address()).cookie("linli-session", token)) {
                clerk.open("/desk/sync").reads("用 U 盘传送记录").look("sync-stick");
                clerk.press("写入 U 盘").reads("请先安全弹出").look("sync-written");
                assertTrue(Files.isRegularFile(stick.resolve("linli/from-0-for-1/bundle.json")));
                clerk.press("English").reads("Eject the stick").look("sync-written-en");
            }
        }
    }

    @Test
    void withoutAStickItSaysWhatToDo() {
        try (StaffedVillage village = new StaffedVillage(folder);
                Visit auditor = DeskDoor.onPhone(village, "auditor")) {
            auditor.open("/desk/sync").reads("没有找到 U 盘").look("sync-phone");
        }
    }

    private static StickDesk desk(Village village, List<Path> sticks) {
        Ledger ledger = village.ledger;
        Cosigner cosigner =
                new Cosigner(ledger.node().origin(), SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]), village.clock);
        MirrorDesk desk = new MirrorDesk(ledger, cosigner, longer -> ledger.holdBack());
        return new StickDesk(new BundleWriter(ledger, desk, cosigner, village.clock), () -> sticks, receipt -> {});
    }

    private static HttpServer serve(Village village, StickDesk desk) {
        WebApplication routes = new WebApplication(village.office, Optional::empty, village.clock, Optional.of(desk));
        return HttpServer.start(routes, new HttpSettings("localhost", 0));
    }
}
