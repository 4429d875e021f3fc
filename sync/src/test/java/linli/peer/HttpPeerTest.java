package linli.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import linli.log.Tile;
import linli.mirror.Reply;
import linli.peer.PeerException.Code;
import linli.wire.LogList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What an {@link HttpPeer} asks for, and what it makes of servers that answer wrongly, slowly or without end. */
class HttpPeerTest {
    private static final TimeLimits SHORT =
            new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(6));
    private static final String LOG = "ab".repeat(32);
    private static final Tile BUNDLE = Tile.entries(1, 3);

    private final TestTls tls = newTls();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpsServer server;
    private HttpPeer peer;

    private static TestTls newTls() {
        try {
            return new TestTls();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.context()) {
            @Override
            public void configure(HttpsParameters parameters) {
                parameters.setSSLParameters(TestTls.parameters());
            }
        });
        server.setExecutor(threads);
        server.start();
        peer = peer(server.getAddress().getPort(), tls);
    }

    private static HttpPeer peer(int port, TestTls tls) {
        URI address = URI.create("https://127.0.0.1:" + port + "/");
        return new HttpPeer(address, tls.context(), TestTls.parameters(), SHORT);
    }

    @AfterEach
    void stop() {
        peer.close();
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(Answer answer) {
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            try {
                answer.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void assertTrouble(Code code, Executable asking) {
        PeerException trouble = assertThrows(PeerException.class, asking);
        assertEquals(code, trouble.code(), trouble.toString());
    }

    @Test
    void aTileIsFetchedFromItsPath() throws Exception {
        answer(exchange -> send(exchange, 200, new byte[] {1, 2, 3}));
        assertArrayEquals(new byte[] {1, 2, 3}, peer.tile(LOG, new Tile(0, 1234, 7)));
        assertEquals("GET /log/" + LOG + "/tile/0/x001/234.p/7", asked.get());
    }

    @Test
    void aBundleMayComePacked() throws Exception {
        answer(exchange -> {
            assertEquals("gzip", exchange.getRequestHeaders().getFirst("Accept-Encoding"));
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, packed(new byte[5000]));
        });
        assertArrayEquals(new byte[5000], peer.tile(LOG, BUNDLE));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void whatUnpacksWithoutEndIsCut() {
        answer(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, packed(new byte[6 << 20]));
        });
        assertTrouble(Code.MISBEHAVED, () -> peer.tile(LOG, BUNDLE));
    }

    @Test
    void theListComesOnceAndThenOnlyWhenItIsAnother() throws Exception {
        byte[] list = new LogList(List.of()).toBytes();
        answer(exchange -> {
            boolean known = "\"d1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            send(exchange, known ? 304 : 200, known ? new byte[0] : list);
        });
        assertEquals(new LogList(List.of()), peer.logs("").orElseThrow());
        assertTrue(peer.logs("d1").isEmpty());
        assertEquals("GET /logs", asked.get());
    }

    @Test
    void aMessageIsPostedAndItsAnswerHandedOn() throws Exception {
        AtomicLong length = new AtomicLong();
        answer(exchange -> {
            length.set(exchange.getRequestBody().readAllBytes().length);
            exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
            send(exchange, 409, "3\n".getBytes(StandardCharsets.UTF_8));
        });
        Reply reply = peer.addEntries(out -> out.write(new byte[3_000_000]));
        assertEquals(409, reply.status());
        assertEquals("text/x.tlog.size", reply.mediaType());
        assertEquals("3\n", new String(reply.body(), StandardCharsets.UTF_8));
        assertEquals(3_000_000, length.get());
        assertEquals("POST /mirror/add-entries", asked.get());
        peer.addCheckpoint(new byte[10]);
        assertEquals("POST /mirror/add-checkpoint", asked.get());
    }

    @Test
    void anAnswerWithoutEndIsCut() {
        AtomicLong sent = new AtomicLong();
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (true) {
                body.write(new byte[1 << 16]);
                sent.addAndGet(1 << 16);
            }
        });
        assertTrouble(Code.MISBEHAVED, () -> peer.tile(LOG, new Tile(0, 0, 256)));
        assertTrouble(Code.MISBEHAVED, () -> peer.tile(LOG, BUNDLE));
        assertTrouble(Code.MISBEHAVED, () -> peer.logs(""));
        assertTrouble(Code.MISBEHAVED, () -> peer.addCheckpoint(new byte[10]));
        assertTrue(sent.get() < 64 << 20, sent + " bytes were taken");
    }

    @Test
    void whoeverStallsIsNotWaitedFor() {
        answer(exchange -> end.await());
        assertTrouble(Code.TOO_SLOW, () -> peer.logs(""));
    }

    @Test
    void whoeverStallsWithinTheAnswerIsNotWaitedFor() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            end.await();
        });
        assertTrouble(Code.TOO_SLOW, () -> peer.tile(LOG, BUNDLE));
    }

    @Test
    void whoeverTricklesIsCutAtTheWholeLimit() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            do {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
            } while (!end.await(100, TimeUnit.MILLISECONDS));
        });
        long begun = System.nanoTime();
        assertTrouble(Code.TOO_SLOW, () -> peer.tile(LOG, BUNDLE));
        assertTrue(System.nanoTime() - begun < SHORT.whole().multipliedBy(3).toNanos());
    }

    @Test
    void refusalsAreToldApart() {
        answer(exchange -> {
            int status = Integer.parseInt(exchange.getRequestURI().getPath().replaceAll(".*/", "")) + 300;
            exchange.getResponseHeaders().set("Location", "https://127.0.0.1:1/");
            send(exchange, status, new byte[] {'n', 'o'});
        });
        assertTrouble(Code.MISBEHAVED, () -> peer.tile(LOG, Tile.entries(2, 256)));
        assertTrouble(Code.NOT_TRUSTED, () -> peer.tile(LOG, Tile.entries(103, 256)));
        assertTrouble(Code.REFUSED, () -> peer.tile(LOG, Tile.entries(104, 256)));
        assertTrouble(Code.UNREACHABLE, () -> peer.tile(LOG, Tile.entries(203, 256)));
    }

    @Test
    void aListThatIsNoneIsMisbehaviour() {
        answer(exchange -> send(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8)));
        assertTrouble(Code.MISBEHAVED, () -> peer.logs(""));
    }

    @Test
    void somebodyElseIsNotTrusted() throws Exception {
        answer(exchange -> send(exchange, 200, new byte[1]));
        HttpPeer stranger = peer(server.getAddress().getPort(), new TestTls());
        assertTrouble(Code.NOT_TRUSTED, () -> stranger.logs(""));
        stranger.close();
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertTrouble(Code.UNREACHABLE, () -> peer(free, tls).logs(""));
    }
}
