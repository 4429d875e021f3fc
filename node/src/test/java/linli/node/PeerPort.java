package linli.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import linli.enrol.Authority;
import linli.enrol.Credentials;
import linli.enrol.CredentialsRequest;
import linli.enrol.PeerTls;
import linli.enrol.Standing;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.node.serve.HttpSettings;
import linli.node.serve.PeerServer;
import linli.sync.Membership;
import linli.web.peer.PeerApplication;

/** The county's port for other nodes, on a real socket, and one branch that speaks to it. */
final class PeerPort implements AutoCloseable {
    static final String BRANCH = "xx.linli/heping/qingshan";
    static final SigningKey BRANCH_KEY = key(7);
    static final Vkey BRANCH_VKEY = new Vkey(BRANCH, Vkey.Role.NOTE, BRANCH_KEY.verifyKey());

    private final Ledger ledger;
    private final PeerServer server;
    private final SSLContext asBranch;
    private final SSLContext asStranger;
    final AtomicInteger enrolled = new AtomicInteger();

    PeerPort(Ledger ledger, Path folder) {
        this.ledger = ledger;
        Authority authority =
                Authority.create(folder.resolve("authority"), ledger.node().origin(), Clock.systemUTC());
        ledger.post(Draft.once(Actor.NODE, new BranchEnrolled(1, "qingshan", "青山社区", BRANCH, BRANCH_VKEY.toString())))
                .idOrThrow();
        PeerTls tls = new PeerTls(node(authority, folder, 0, ledger.node().origin()), new Membership(ledger.books()));
        MirrorDesk desk = new MirrorDesk(
                ledger, new Cosigner(ledger.node().origin(), key(8), Clock.systemUTC()), checkpoint -> {});
        this.server = PeerServer.start(
                new PeerApplication(desk, tls::peer, (body, client) -> enrol(), Clock.systemUTC()),
                tls,
                new HttpSettings("localhost", 0));
        this.asBranch = new PeerTls(node(authority, folder, 1, BRANCH), peer -> Standing.State.GOOD).contextTo(0);
        this.asStranger = Strangers.context();
    }

    private static SigningKey key(int number) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) number;
        return SigningKey.ofSeed(seed);
    }

    private static Credentials node(Authority authority, Path folder, int number, String origin) {
        CredentialsRequest request = CredentialsRequest.prepare(folder.resolve("node-" + number));
        return request.accept(
                authority.issue(number, origin, request.signing(), Clock.systemUTC()), authority.certificate());
    }

    private Reply enrol() {
        enrolled.incrementAndGet();
        return Reply.refusal(403, "no such code");
    }

    void closeBranch() {
        ledger.post(Draft.once(Actor.NODE, new BranchClosed(1, 0, "合并"))).idOrThrow();
    }

    HttpClient branch() {
        return client(asBranch);
    }

    HttpClient stranger() {
        return client(asStranger);
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .sslParameters(PeerTls.parameters())
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<byte[]> get(String path) {
        return send(branch(), request(path).build());
    }

    HttpResponse<byte[]> post(String path, BodyPublisher body) {
        return send(branch(), request(path).POST(body).build());
    }

    static HttpResponse<byte[]> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of somebody without a certificate, after its handshake. */
    SSLSocket connect() throws IOException {
        return connect(asStranger);
    }

    SSLSocket connectAsBranch() throws IOException {
        return connect(asBranch);
    }

    private SSLSocket connect(SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket("localhost", server.address().getPort());
        socket.setSoTimeout(60_000);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void close() {
        server.close();
    }
}
