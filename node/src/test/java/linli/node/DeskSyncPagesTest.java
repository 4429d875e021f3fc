package linli.node;

import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linli.access.Passwords;
import linli.bundle.BundleReader;
import linli.bundle.BundleWriter;
import linli.entry.Actor;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;
import linli.keys.PassphraseSource;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.NoteSigner;
import linli.log.SigningKey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.node.console.OpenNode;
import linli.node.serve.Doors;
import linli.node.serve.HttpServer;
import linli.node.serve.HttpSettings;
import linli.node.serve.RunningNode;
import linli.web.WebApplication;
import linli.web.desk.office.StickDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff and a USB stick, in a real browser. */
class DeskSyncPagesTest {
    private static final HttpSettings ANY_PORT = new HttpSettings("localhost", 0);

    @TempDir
    Path folder;

    @Test
    void whatLiesOnAStickIsReadAndWhatIsTornIsRefusedWhole() throws IOException {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        try (StaffedVillage village = new StaffedVillage(Files.createDirectory(folder.resolve("node")));
                Neighbour neighbour = new Neighbour(folder.resolve("neighbour"), village.village);
                StickDesk desk = desk(village.village, List.of(stick));
                HttpServer server = serve(village.village, desk)) {
            neighbour.writeTo(stick);
            Path bundle = stick.resolve("linli/from-1-for-0");
            Path torn = torn(bundle);
            String token = token(village, server, "lin");
            try (Visit manager = Visit.atDesk(server.address()).cookie("linli-session", token)) {
                manager.open("/desk/sync").reads("东门社区").reads("本节点").look("sync-stick");
                manager.press("读入这个 U 盘").reads("“东门社区”的记录没有读入").look("sync-refused");
                assertEquals(0, held(village.village));
                Files.copy(folder.resolve("whole"), torn);
                manager.press("读入这个 U 盘").reads("“东门社区”：新收到").look("sync-read");
                assertTrue(held(village.village) > 0);
                assertTrue(Files.isRegularFile(stick.resolve("linli/receipt-of-0/receipt.txt")));
                manager.press("读入这个 U 盘").reads("这里早已都有");
                manager.press("English").reads("was here before").look("sync-read-en");
            }
        }
    }

    /** The bundle loses its last file, which is kept as {@code whole}. */
    private Path torn(Path bundle) throws IOException {
        try (Stream<Path> files = Files.list(bundle)) {
            Path last = files.filter(file -> file.toString().endsWith(".entries"))
                    .max(Path::compareTo)
                    .orElseThrow();
            Files.move(last, folder.resolve("whole"));
            return last;
        }
    }

    private static long held(Village village) {
        return village.ledger.standings().stream()
                .filter(standing -> standing.branch() == 1)
                .mapToLong(standing -> standing.held())
                .sum();
    }

    @Test
    void whatTheCountysReceiptSaysIsShownAtOnce() throws IOException {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        Path county = folder.resolve("county");
        Path heping = folder.resolve("heping");
        joinedAndAlone(county, heping);
        OpenNode node = OpenNode.open(NodeFolder.open(heping), PassphraseSource.NONE);
        Ledger ledger = node.ledger();
        Passwords.open(heping).choose(ledger.books().staff("li").orElseThrow(), StaffedVillage.PASSWORD.toCharArray());
        try (RunningNode running =
                RunningNode.start(node, Doors.plain(ANY_PORT, Optional.of(ANY_PORT)), () -> List.of(stick))) {
            ledger.post(Draft.once(Actor.NODE, new StaffAppointed("zhao", "赵敏", List.of(Role.CLERK), null)))
                    .idOrThrow();
            String token = ApiClient.staff(running.pages(), "li", StaffedVillage.PASSWORD)
                    .token();
            try (Visit manager = Visit.onPhone(running.pages()).cookie("linli-session", token)) {
                manager.open("/desk/sync");
                assertFalse(manager.text().contains("县级已保存到第"), manager.text());
                manager.press("写入 U 盘").reads("请先安全弹出").look("sync-written-phone");
                ok("bundle", "read", "--dir", county, stick);
                long carried = ledger.log().size();
                manager.press("读入这个 U 盘").reads("已保存本节点的记录到第 " + (carried - 1) + " 号");
                manager.look("sync-receipt-phone").open("/desk/staff");
                manager.reads("县级已保存到第 " + (carried - 1) + " 号");
            }
        }
    }

    /** A community that has joined and never met the county since. */
    private static void joinedAndAlone(Path county, Path heping) {
        ok("found", "--dir", county, "--name", "示例县", "--origin", "xx.linli", "--manager", "wang=王芳");
        try (RunningCounty running = new RunningCounty(county)) {
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
            Matcher code = Pattern.compile("--code (\\S+)").matcher(said);
            assertTrue(code.find(), said);
            ok(
                    "join",
                    "--county",
                    running.address(),
                    "--code",
                    code.group(1),
                    "--dir",
                    heping,
                    "--fingerprint",
                    running.fingerprint(),
                    "--manager",
                    "li=李芳");
        }
    }

    @Test
    void whatAnotherNodeLacksIsWrittenToAStickAndTheClerkSeesHowFarItIs() throws IOException {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        try (StaffedVillage village = new StaffedVillage(Files.createDirectory(folder.resolve("node")));
                StickDesk desk = desk(village.village, List.of(stick));
                HttpServer server = serve(village.village, desk)) {
            String token = token(village, server, "wang");
            try (Visit clerk = Visit.atDesk(server.address()).cookie("linli-session", token)) {
                clerk.open("/desk/sync").reads("用 U 盘传送记录").look("sync-stick-empty");
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
        SigningKey key = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);
        String origin = ledger.node().origin();
        Cosigner cosigner = new Cosigner(origin, key, village.clock);
        MirrorDesk desk = new MirrorDesk(ledger, cosigner, longer -> ledger.holdBack());
        return new StickDesk(
                new BundleWriter(ledger, desk, cosigner, village.clock),
                new BundleReader(ledger, desk, new NoteSigner(origin, key), village.clock),
                () -> sticks,
                receipt -> {});
    }

    private static String token(StaffedVillage village, HttpServer server, String handle) {
        village.staff(handle);
        return ApiClient.staff(server.address(), handle, StaffedVillage.PASSWORD)
                .token();
    }

    private static HttpServer serve(Village village, StickDesk desk) {
        WebApplication routes = new WebApplication(village.office, Optional::empty, village.clock, Optional.of(desk));
        return HttpServer.start(routes, ANY_PORT);
    }
}
