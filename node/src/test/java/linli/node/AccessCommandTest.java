package linli.node;

import static linli.node.ApiClient.json;
import static linli.node.ApiClient.told;
import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import linli.keys.PassphraseSource;
import linli.ledger.NodeFolder;
import linli.node.Browser.Answer;
import linli.node.console.OpenNode;
import linli.node.serve.HttpServer;
import linli.node.serve.HttpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does at the command line about who may come in, while the node runs. */
class AccessCommandTest {
    @TempDir
    Path folder;

    private Path dir;
    private OpenNode node;
    private HttpServer server;

    @BeforeEach
    void run() {
        dir = folder.resolve("node");
        ok("init", "--dir", dir);
        node = OpenNode.open(NodeFolder.open(dir), PassphraseSource.NONE);
        server = HttpServer.start(
                node.office(), Optional::empty, new HttpSettings("localhost", 0), InstantSource.system());
    }

    @AfterEach
    void close() {
        server.close();
        node.close();
    }

    private Answer post(String path, String json) {
        return ApiClient.anonymous(server.address()).post(path, json);
    }

    @Test
    void aPasswordIsHandedOutOnceAndReplacedByItsOwner() {
        String initial = ok("staff", "password", "clerk", "--dir", dir)
                .lines()
                .findFirst()
                .orElseThrow();
        String credentials = "{'carry':'bearer','handle':'clerk','password':'" + initial + "'";
        assertEquals("403 password_change_needed", told(post("/api/v1/session", credentials + "}")));
        assertEquals(
                200,
                post("/api/v1/session", credentials + ",'newPassword':'chosen by the clerk'}")
                        .status());
        assertEquals(
                200,
                ApiClient.staff(server.address(), "clerk", "chosen by the clerk")
                        .get("/api/v1/staff")
                        .status());
    }

    @Test
    void nobodyOutOfOfficeIsGivenAPassword() {
        assertEquals(2, linli("staff", "password", "nobody", "--dir", dir).exit());
    }

    @Test
    void aKioskIsPairedListedAndRevoked() {
        String code = ok("kiosk", "pair", "--name", "大厅", "--dir", dir)
                .lines()
                .findFirst()
                .orElseThrow();
        Answer paired = post("/api/v1/kiosks", "{'carry':'bearer','code':'" + code + "'}");
        assertEquals(201, paired.status(), paired.body());
        String id = json(paired).get("id").asText();
        ApiClient kiosk =
                ApiClient.of(server.address(), json(paired).get("token").asText());
        assertEquals(200, kiosk.get("/api/v1/activities").status());
        String listed = ok("kiosk", "list", "--dir", dir);
        assertTrue(listed.contains(id) && listed.contains("大厅"), listed);

        ok("kiosk", "revoke", id, "--dir", dir);
        assertEquals("401 not_signed_in", told(kiosk.get("/api/v1/activities")));
        assertEquals(2, linli("kiosk", "revoke", id, "--dir", dir).exit());
        assertEquals(
                2,
                linli("kiosk", "pair", "--name", "厅".repeat(41), "--dir", dir).exit());
    }
}
