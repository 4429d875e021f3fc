package linli.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hashing;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import linli.log.SignedCheckpoint;
import linli.log.Tile;
import linli.log.Vkey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the log over the peers' port as a monitor does that knows nothing but tlog-tiles and the verifier key. */
class LogPathsTest {
    private static final String LOG =
            "/log/" + Hashing.sha256().hashString("xx.linli/heping", StandardCharsets.UTF_8) + "/";

    @TempDir
    Path folder;

    private Village village;
    private PeerPort port;

    @BeforeEach
    void found() {
        village = Village.found(folder.resolve("county"));
        List<VolunteerNo> two = List.of(village.enrol("张桂兰", null), village.enrol("李秀英", null));
        EntryId visiting = village.activity("陪独居老人聊天", "和平里三号楼");
        for (int i = 0; i < 300; i++) {
            village.backfill(two.get(i % 2), visiting, 10);
        }
        port = new PeerPort(village.ledger, folder);
        village.ledger.checkpoint();
    }

    @AfterEach
    void close() {
        port.close();
        village.close();
    }

    private HttpResponse<byte[]> get(String path) {
        return port.get(LOG + path);
    }

    @Test
    void theEntriesLeadToTheTilesAndTheTilesToTheCheckpoint() {
        Vkey vkey = Vkey.ofText(village.ledger.books().branch(0).orElseThrow().vkey());
        HttpResponse<byte[]> note = get("checkpoint");
        assertEquals("text/plain;charset=utf-8", header(note, "Content-Type").replace(" ", ""));
        assertEquals("private, no-cache", header(note, "Cache-Control"));
        SignedCheckpoint checkpoint = SignedCheckpoint.ofBytes(note.body(), vkey);
        assertEquals(village.ledger.log().size(), checkpoint.size());

        List<Hash> leaves = new ArrayList<>();
        for (long tile = 0; tile * 256 < checkpoint.size(); tile++) {
            int width = (int) Math.min(256, checkpoint.size() - tile * 256);
            List<Hash> ofBundle = leaves(get(Tile.entries(tile, width).path()).body());
            assertEquals(hashes(get(new Tile(0, tile, width).path()).body()), ofBundle);
            leaves.addAll(ofBundle);
        }
        assertEquals(checkpoint.size(), leaves.size());
        assertEquals(checkpoint.root(), root(leaves));
        assertEquals(
                List.of(root(leaves.subList(0, 256))),
                hashes(get("tile/1/000.p/1").body()));
    }

    @Test
    void aTileIsImmutableAndPartOfItIsItsBeginning() {
        HttpResponse<byte[]> full = get("tile/0/000");
        assertEquals("private, max-age=31536000, immutable", header(full, "Cache-Control"));
        assertEquals("application/octet-stream", header(full, "Content-Type"));
        assertEquals(8192, full.body().length);
        assertArrayEquals(
                Arrays.copyOf(full.body(), 32 * 70), get("tile/0/000.p/70").body());
    }

    @Test
    void whatNoCheckpointCoversIsNotThere() {
        int past = (int) (village.ledger.log().size() - 256) + 1;
        for (String path : List.of(
                "tile/0/001",
                "tile/0/001.p/" + past,
                "tile/entries/001.p/" + past,
                "tile/1/000",
                "tile/0/000.p/256",
                "tile/0/x000/000",
                "tile/0/0",
                "tile/64/000",
                "tile/entries/../0/000",
                "nothing")) {
            int status = get(path).statusCode();
            assertTrue(status == 404 || (path.contains("..") && status == 400), path + ": " + status);
        }
        HttpResponse<byte[]> another = port.get("/log/" + "0".repeat(64) + "/checkpoint");
        assertEquals(404, another.statusCode());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static List<Hash> leaves(byte[] bundle) {
        List<Hash> leaves = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bundle);
        while (in.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(entry);
            leaves.add(Hash.ofLeaf(entry));
        }
        return leaves;
    }

    private static List<Hash> hashes(byte[] tile) {
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < tile.length; at += 32) {
            hashes.add(Hash.of(Arrays.copyOfRange(tile, at, at + 32)));
        }
        return hashes;
    }

    /** The definition of RFC 6962 §2.1, word for word. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.ofNode(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }
}
