package linli.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import linli.enrol.EnrolException.Code;
import linli.enrol.Standing.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerTlsTest {
    private static final PeerTrust ANYBODY = new PeerTrust(chain -> {});

    @TempDir
    Path dir;

    County county;
    PeerTls atCounty;

    @BeforeEach
    void found() {
        county = new County(dir);
        atCounty = county.tls(0);
    }

    @Test
    void aBranchTalksToItsCountyAndToAnotherBranch() throws IOException {
        PeerTls branch = county.tls(7);
        try (TlsServer server = TlsServer.of(atCounty)) {
            assertEquals('y', server.ask(branch.contextTo(0)));
        }
        try (TlsServer server = TlsServer.of(county.tls(8))) {
            assertEquals('y', server.ask(branch.context()));
        }
    }

    @Test
    void aPeerIsKnownByItsNumberItsLogAndItsKey() {
        X509Certificate certificate = certificate("xx.linli", 7, "xx.linli/heping");
        county.standing.put(7, State.GOOD);
        PeerIdentity expected = new PeerIdentity(7, "xx.linli/heping", Fingerprint.of(certificate.getPublicKey()));
        assertEquals(expected, atCounty.peer(certificate));
    }

    @Test
    void aClientRefusesTheServerOfAnotherAuthorityEvenIfItHasTheSameName() throws IOException {
        County impostor = new County(dir.resolve("impostor"));
        try (TlsServer server = TlsServer.of(impostor.tls(0))) {
            assertRefused(Code.STRANGER, server, county.tls(7).context());
        }
    }

    @Test
    void aServerRefusesTheClientOfAnotherAuthorityEvenIfItHasTheSameName() throws Exception {
        County impostor = new County(dir.resolve("impostor"));
        SSLContext client = PeerTls.context(impostor.node(7).keyManagers(), ANYBODY);
        county.standing.put(7, State.GOOD);
        try (TlsServer server = TlsServer.of(atCounty)) {
            assertThrows(IOException.class, () -> server.ask(client));
        }
    }

    @Test
    void aClientWithoutCertificateMayConnectToJoinButIsNoPeer() throws Exception {
        SSLContext client = PeerTls.context(new KeyManager[0], ANYBODY);
        try (TlsServer server = TlsServer.of(atCounty)) {
            assertEquals('n', server.ask(client));
        }
        assertCode(Code.STRANGER, () -> atCounty.peer());
    }

    @Test
    void whoCallsOneNodeDoesNotTakeAnother() throws IOException {
        try (TlsServer server = TlsServer.of(county.tls(8))) {
            assertRefused(Code.WRONG_PEER, server, county.tls(7).contextTo(0));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void aBranchNotInGoodStandingIsRefusedAtBothEnds(State state) throws IOException {
        PeerTls closed = county.tls(7);
        PeerTls other = county.tls(8);
        county.standing.put(7, state);
        try (TlsServer server = TlsServer.of(atCounty)) {
            assertThrows(IOException.class, () -> server.ask(closed.contextTo(0)));
        }
        try (TlsServer server = TlsServer.of(closed)) {
            assertRefused(Code.NOT_ADMITTED, server, other.context());
        }
    }

    @Test
    void aBranchThatIsClosedWhileItIsConnectedIsNoPeerAtTheNextRequest() throws IOException {
        SSLContext branch = county.tls(7).contextTo(0);
        try (TlsServer server = TlsServer.of(atCounty)) {
            assertEquals('y', server.ask(branch));
            county.standing.put(7, State.CLOSED);
            // A resumed session is not looked at again in the handshake; the request is.
            assertNotEquals('y', askOrRefused(server, branch));
        }
    }

    @Test
    void theCountyItselfIsNeverAskedAbout() {
        county.standing.put(0, State.CLOSED);
        assertTrue(atCounty.peer(certificate("xx.linli", 0, "xx.linli")).isCounty());
    }

    @Test
    void olderTlsIsRefusedByTheServer() throws Exception {
        SSLContext client = PeerTls.context(county.node(7).keyManagers(), ANYBODY);
        try (TlsServer server = TlsServer.of(atCounty)) {
            assertThrows(IOException.class, () -> server.ask(client, tls12()));
        }
    }

    @Test
    void olderTlsIsRefusedByEitherSideEvenIfItsParametersWereForgotten() throws IOException {
        PeerTls branch = county.tls(7);
        try (TlsServer server = new TlsServer(atCounty, atCounty.context(), tls12())) {
            assertThrows(IOException.class, () -> server.ask(branch.context(), tls12()));
        }
    }

    @Test
    void aCertificateThatThisAuthorityHasSignedButNotForANodeOfTheCountyIsAStranger() {
        assertCode(Code.STRANGER, () -> atCounty.peer(certificate("yy.linli", 7, "yy.linli/heping")));
        assertCode(Code.STRANGER, () -> atCounty.peer(county.authority.certificate()));
    }

    @Test
    void countiesWithUnusualOriginsWorkAsWell() throws IOException {
        for (String origin : new String[] {"示例县.linli", "example.org/linli,county", "a".repeat(200)}) {
            County unusual = new County(dir.resolve("c" + origin.length()), origin);
            try (TlsServer server = TlsServer.of(unusual.tls(0))) {
                assertEquals('y', server.ask(unusual.tls(3).contextTo(0)), origin);
            }
        }
    }

    @Test
    void theHttpClientOfJavaAsksForNoHostName() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(atCounty.context()));
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        try {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(county.tls(7).contextTo(0))
                    .sslParameters(PeerTls.parameters())
                    .build();
            URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            assertEquals(
                    204,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } finally {
            server.stop(0);
        }
    }

    /** Signed by the county's authority for a new key, whatever it says. */
    private X509Certificate certificate(String named, int number, String origin) {
        KeyPair keys = TlsKeys.fresh();
        return county.signed(new NodeName(named, number), origin, keys.getPublic());
    }

    private static SSLParameters tls12() {
        SSLParameters parameters = PeerTls.parameters();
        parameters.setProtocols(new String[] {"TLSv1.2"});
        return parameters;
    }

    private static char askOrRefused(TlsServer server, SSLContext client) {
        try {
            return server.ask(client);
        } catch (IOException e) {
            return 'n';
        }
    }

    private static void assertRefused(Code code, TlsServer server, SSLContext client) {
        IOException refusal = assertThrows(IOException.class, () -> server.ask(client));
        EnrolException reason = EnrolException.behind(refusal).orElseThrow(() -> new AssertionError(refusal));
        assertEquals(code, reason.code());
    }

    private static void assertCode(Code code, Executable act) {
        assertEquals(code, assertThrows(EnrolException.class, act).code());
    }
}
