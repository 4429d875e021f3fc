package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hashing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import linli.enrol.EnrolException;
import linli.keys.PassphraseSource;
import linli.ledger.NodeFolder;
import linli.node.console.OpenNode;
import linli.node.serve.Doors;
import linli.node.serve.HttpSettings;
import linli.node.serve.Lines;
import linli.node.serve.RunningNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages over https, with the certificate by which other nodes know the node. */
class HttpsPagesTest {
    private static final HttpSettings ANY = new HttpSettings("localhost", 0);

    @TempDir
    Path folder;

    private static RunningNode run(Path dir) {
        OpenNode node = OpenNode.open(NodeFolder.open(dir), PassphraseSource.NONE);
        return RunningNode.start(node, new Doors(ANY, true, Optional.empty()));
    }

    @Test
    void whoTypesTheAddressWithoutHttpsIsLedThereAndCookiesStaySecret() throws Exception {
        Shell.ok("init", "--dir", folder.resolve("node"));
        try (RunningNode node = run(folder.resolve("node"));
                Visit visit = new Visit(node.pages(), 360, 800)) {
            URI plain = URI.create("http://localhost:" + node.pages().getPort() + "/verify");
            HttpResponse<Void> led = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(plain).build(), HttpResponse.BodyHandlers.discarding());
            assertEquals(302, led.statusCode());
            URI address = URI.create(led.headers().firstValue("Location").orElseThrow());
            assertEquals(node.pages().resolve("/verify"), address);
            visit.open(address.getPath()).press("English").reads("Verify").look("https-verify");
            assertTrue(
                    visit.page.context().cookies().stream().allMatch(cookie -> cookie.secure),
                    "a cookie goes in the clear");
        }
    }

    @Test
    void theCertificateShownIsTheOneWhoseDigestIsPrinted() throws Exception {
        Path dir = folder.resolve("node");
        Shell.ok("init", "--dir", dir);
        try (RunningNode node = run(dir)) {
            String printed = Lines.credentials(NodeFolder.open(dir)).certificateDigest();
            String shown =
                    Hashing.sha256().hashBytes(shown(node.pages()).getEncoded()).toString();
            assertEquals(printed.replace(":", "").toLowerCase(Locale.ROOT), shown);
        }
    }

    @Test
    void aBranchThatHasJoinedNoCountyHasNoCertificate() {
        try (Outpost outpost = new Outpost(folder)) {
            NodeFolder node = outpost.ledger.node();
            assertEquals(
                    EnrolException.Code.MISSING,
                    assertThrows(EnrolException.class, () -> Lines.credentials(node))
                            .code());
        }
    }

    /** As a browser whose user looks at the certificate before going on. */
    private static Certificate shown(URI address) throws Exception {
        SSLContext unquestioning = SSLContext.getInstance("TLS");
        unquestioning.init(null, new TrustManager[] {new Curious()}, null);
        HttpsURLConnection connection = (HttpsURLConnection) address.toURL().openConnection();
        connection.setSSLSocketFactory(unquestioning.getSocketFactory());
        connection.setHostnameVerifier((host, session) -> true);
        connection.connect();
        try {
            return connection.getServerCertificates()[0];
        } finally {
            connection.disconnect();
        }
    }

    private static final class Curious implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
