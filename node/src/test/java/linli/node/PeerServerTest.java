package linli.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocket;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.log.Checkpoint;
import linli.log.Hash;
import linli.log.NoteSigner;
import linli.wire.AddCheckpoint;
import linli.wire.AddEntriesHeader;
import linli.wire.CosignatureLines;
import linli.wire.EntryPackage;
import linli.wire.LogList;
import linli.wire.PackageWriter;
import linli.wire.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other nodes and strangers at the peers' port, over real TLS. */
@Timeout(120)
class PeerServerTest {
    private static final byte[] ENTRY = EntryCodec.sign(
            new Entry(
                    1_790_000_000L,
                    Actor.NODE,
                    RequestId.derived("sample", "0"),
                    new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null)),
            PeerPort.BRANCH_KEY,
            PeerPort.BRANCH_VKEY,
            0);

    @TempDir
    Path folder;

    private Village village;
    private PeerPort port;

    @BeforeEach
    void open() {
        village = Village.found(folder.resolve("county"));
        port = new PeerPort(village.ledger, folder);
    }

    @AfterEach
    void close() {
        port.close();
        village.close();
    }

    private static byte[] checkpoint() {
        NoteSigner signer = new NoteSigner(PeerPort.BRANCH, PeerPort.BRANCH_KEY);
        Checkpoint checkpoint = new Checkpoint(PeerPort.BRANCH, 1, Hash.ofLeaf(ENTRY));
        return new AddCheckpoint(0, List.of(), signer.sign(checkpoint.toText())).toBytes();
    }

    private static byte[] entries() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PackageWriter writer = new PackageWriter(body, new AddEntriesHeader(PeerPort.BRANCH, 0, 1, Ticket.NONE));
        writer.write(new EntryPackage(0, List.of(ENTRY), List.of()));
        return body.toByteArray();
    }

    private static byte[] gzip(byte[] head, byte[] repeated, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(head);
            for (int i = 0; i < times; i++) {
                out.write(repeated);
            }
        }
        return packed.toByteArray();
    }

    private HttpResponse<byte[]> entries(String encoding, byte[] body) {
        return PeerPort.send(
                port.branch(),
                port.request("mirror/add-entries")
                        .header("Content-Encoding", encoding)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void aBranchBringsItsLogPackedOrNotAndFindsItInTheList() throws Exception {
        assertEquals(
                200,
                port.post("mirror/add-checkpoint", BodyPublishers.ofByteArray(checkpoint()))
                        .statusCode());
        HttpResponse<byte[]> taken = entries("gzip", gzip(entries(), new byte[0], 0));
        assertEquals(200, taken.statusCode());
        assertEquals(1, CosignatureLines.ofBytes(taken.body()).signatures().size());
        assertEquals(2, LogList.ofBytes(port.get("logs").body()).logs().size());
    }

    @Test
    void aListThatIsKnownIsNotSentAgain() {
        village.ledger.checkpoint();
        HttpResponse<byte[]> first = port.get("logs");
        assertEquals("application/json", header(first, "Content-Type"));
        LogList list = LogList.ofBytes(first.body());
        assertEquals("\"" + list.digest() + "\"", header(first, "ETag"));
        HttpResponse<byte[]> again = PeerPort.send(
                port.branch(),
                port.request("logs")
                        .header("If-None-Match", header(first, "ETag"))
                        .build());
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
    }

    @Test
    void whoHasNoCertificateIsRefusedEverywhereButAtTheDoor() {
        for (String path : List.of("logs", "log/x/checkpoint", "mirror/add-entries", "nothing", "enrol/x", "enrol;a")) {
            HttpResponse<byte[]> refused =
                    PeerPort.send(port.stranger(), port.request(path).build());
            assertEquals(403, refused.statusCode(), path);
        }
        HttpResponse<byte[]> door = PeerPort.send(
                port.stranger(),
                port.request("enrol").POST(BodyPublishers.ofString("{}")).build());
        assertEquals("no such code\n", new String(door.body(), UTF_8));
        assertEquals(1, port.enrolled.get());
    }

    @Test
    void aBranchThatIsClosedIsRefusedAtItsNextRequest() {
        HttpClient client = port.branch();
        assertEquals(200, PeerPort.send(client, port.request("logs").build()).statusCode());
        port.closeBranch();
        HttpResponse<byte[]> refused =
                PeerPort.send(client, port.request("logs").build());
        assertEquals(403, refused.statusCode());
        assertEquals("Branch 1 has been closed by the county.\n", new String(refused.body(), UTF_8));
    }

    @Test
    void whatIsTooLargeOrNotWhatItSaysIsRefused() throws Exception {
        assertEquals(
                200,
                port.post("mirror/add-checkpoint", BodyPublishers.ofByteArray(checkpoint()))
                        .statusCode());
        assertEquals(
                413,
                port.post("mirror/add-checkpoint", BodyPublishers.ofByteArray(new byte[200_000]))
                        .statusCode());
        assertEquals(400, entries("gzip", entries()).statusCode(), "not gzip");
        assertEquals(415, entries("br", entries()).statusCode());
        assertEquals(405, port.get("mirror/add-entries").statusCode());
        HttpResponse<byte[]> unknown = port.get("nothing");
        assertEquals(404, unknown.statusCode());
        assertEquals("application/problem+json", header(unknown, "Content-Type"));
    }

    @Test
    void aGzipBombUnpacksToOnePackageAtMost() throws Exception {
        assertEquals(
                200,
                port.post("mirror/add-checkpoint", BodyPublishers.ofByteArray(checkpoint()))
                        .statusCode());
        byte[] zeros = new byte[1 << 20];
        byte[] head = new AddEntriesHeader(PeerPort.BRANCH, 0, 1, Ticket.NONE).toBytes();
        HttpResponse<byte[]> bomb = entries("gzip", gzip(head, zeros, 500));
        assertEquals(400, bomb.statusCode(), "an entry of no bytes");
        byte[] behind = gzip(entries(), zeros, 500);
        assertEquals(400, entries("gzip", behind).statusCode(), "bytes behind the last package");
    }

    @Test
    void whoTriesToJoinAgainAndAgainMustWait() {
        HttpClient stranger = port.stranger();
        int status = 403;
        int tries = 0;
        while (status == 403) {
            HttpResponse<byte[]> answer = PeerPort.send(
                    stranger,
                    port.request("enrol").POST(BodyPublishers.ofString("{}")).build());
            status = answer.statusCode();
            tries++;
        }
        assertEquals(429, status);
        assertEquals(21, tries);
        assertEquals(20, port.enrolled.get());
    }

    @Test
    void oneAddressHasOnlySoManyConnections() throws Exception {
        List<SSLSocket> open = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < 68; i++) {
            try {
                open.add(port.connect());
            } catch (IOException e) {
                refused++;
            }
        }
        assertEquals(4, refused);
        for (SSLSocket socket : open) {
            socket.close();
        }
    }

    @Test
    void connectionsThatHaveEndedDoNotCount() throws Exception {
        for (int i = 0; i < 80; i++) {
            port.connect().close();
        }
        assertEquals(200, port.get("logs").statusCode());
    }

    @Test
    void whoStuttersAtTheDoorTakesNoThreadFromTheNodes() throws Exception {
        List<SSLSocket> slow = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            SSLSocket socket = port.connect();
            socket.getOutputStream()
                    .write("POST /enrol HTTP/1.1\r\nHost: county\r\nContent-Length: 9000\r\n\r\n{".getBytes(UTF_8));
            slow.add(socket);
        }
        long before = System.nanoTime();
        assertEquals(200, port.get("logs").statusCode());
        assertTrue(System.nanoTime() - before < 10_000_000_000L, "a node is answered while strangers stutter");
        long ended = 0;
        for (SSLSocket socket : slow) {
            ended += hasEnded(socket) ? 1 : 0;
        }
        assertEquals(12, ended, "none of them is waited for without end");
        assertEquals(0, port.enrolled.get());
    }

    @Test
    void aNodeWhoseEntriesNeverEndIsStoppedAtItsFirstPackage() throws Exception {
        assertEquals(
                200,
                port.post("mirror/add-checkpoint", BodyPublishers.ofByteArray(checkpoint()))
                        .statusCode());
        byte[] entry = new byte[2 + 16 * 1024];
        entry[0] = 64;
        byte[] head = new AddEntriesHeader(PeerPort.BRANCH, 0, 1, Ticket.NONE).toBytes();
        HttpResponse<byte[]> lied = entries("gzip", gzip(head, entry, 20_000));
        assertEquals(400, lied.statusCode(), "where the proof should be stand 64 hashes");
    }

    @Test
    void aNodeThatStuttersIsCutOffAndMaySendAgain() throws Exception {
        assertEquals(
                200,
                port.post("mirror/add-checkpoint", BodyPublishers.ofByteArray(checkpoint()))
                        .statusCode());
        SSLSocket slow = port.connectAsBranch();
        slow.getOutputStream()
                .write("POST /mirror/add-entries HTTP/1.1\r\nHost: county\r\nContent-Length: 9000\r\n\r\n\0"
                        .getBytes(UTF_8));
        assertTrue(hasEnded(slow));
        HttpResponse<byte[]> again = entries("identity", entries());
        assertEquals(200, again.statusCode());
    }

    /** Sends a byte in a while, until the other end has had enough. */
    private static boolean hasEnded(SSLSocket socket) {
        try (socket) {
            socket.setSoTimeout(500);
            for (int i = 0; i < 100; i++) {
                socket.getOutputStream().write('{');
                if (answered(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean answered(SSLSocket socket) throws IOException {
        try {
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void thePagesPortServesNoLogs() {
        assertEquals(
                404,
                village.browser().bytes("GET", "/logs", BodyPublishers.noBody()).statusCode());
        String log = "/log/" + village.ledger.node().logFolder().getFileName() + "/checkpoint";
        assertEquals(
                404,
                village.browser().bytes("GET", log, BodyPublishers.noBody()).statusCode());
        assertArrayEquals(
                village.ledger.log().latestCheckpoint().toBytes(),
                port.get(log.substring(1)).body());
    }
}
