package linli.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import linli.enrol.Credentials;
import linli.enrol.Fingerprint;
import linli.enrol.Invite;
import linli.enrol.InviteCode;
import linli.enrol.Invites;
import linli.enrol.PeerTls;
import linli.entry.Actor;
import linli.entry.Event;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.log.SigningKey;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.peer.Peer;

/** A county that is running: its ledger on a real disk, its enrolment desk behind real TLS. */
final class TestCounty implements AutoCloseable {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);

    final Ledger ledger;
    final Invites invites;
    final MirrorDesk desk;
    private final CountyTls tls;
    private final EnrolmentDesk enrolment;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpsServer server;

    /** Answers that are lost on the way back, from now on. */
    final AtomicInteger answersToLose = new AtomicInteger();

    TestCounty(Path folder, Clock clock) throws IOException {
        ledger = Ledger.found(folder, "示例县", "xx.linli", Policy.defaultDocument(), KEY, clock);
        tls = CountyTls.prepare(ledger.node(), clock);
        invites = Invites.open(folder, clock);
        enrolment = new EnrolmentDesk(ledger, tls.authority(), invites, clock);
        desk = new MirrorDesk(ledger, NamedCosigner.of(ledger, KEY, clock), longer -> {});
        server = serve();
    }

    private HttpsServer serve() throws IOException {
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        PeerTls peers = new PeerTls(tls.own(), new Membership(ledger.books()));
        https.setHttpsConfigurator(new HttpsConfigurator(peers.context()) {
            @Override
            public void configure(HttpsParameters parameters) {
                parameters.setSSLParameters(PeerTls.parameters());
            }
        });
        https.createContext("/enrol", this::enrol);
        https.setExecutor(threads);
        https.start();
        return https;
    }

    private void enrol(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply = enrolment.enrol(
                    body, exchange.getRemoteAddress().getAddress().getHostAddress());
            if (answersToLose.get() > 0) {
                answersToLose.decrementAndGet();
                return;
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    PeerAddress address() {
        return PeerAddress.of(
                server.getAddress().getAddress(), server.getAddress().getPort());
    }

    Fingerprint fingerprint() {
        return tls.authority().fingerprint();
    }

    InviteCode invite(String slug, String name) {
        return invites.issue(new Invite.NewBranch(slug, name), Duration.ofDays(7))
                .code();
    }

    InviteCode rotate(int branch) {
        return invites.issue(new Invite.NewKey(branch, ""), Duration.ofDays(7)).code();
    }

    /** Whether a node with these credentials gets any answer over TLS. */
    boolean answers(PeerTls node) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(node.contextTo(0))
                .sslParameters(PeerTls.parameters())
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(address().uri().resolve("enrol")).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes as the county, and signs it, as the next second would. */
    void write(Event event) {
        ledger.post(Draft.once(Actor.NODE, event)).idOrThrow();
        ledger.checkpoint();
    }

    /** The line that a node with a certificate has to this county. */
    Peer line(Credentials credentials) {
        return new DeskPeer("the county", desk);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        ledger.close();
    }
}
