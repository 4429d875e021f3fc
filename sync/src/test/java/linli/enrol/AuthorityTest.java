package linli.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import linli.enrol.EnrolException.Code;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {
    private static final Clock CLOCK = County.CLOCK;

    @TempDir
    Path dir;

    @Test
    void anAuthorityComesBackAsItWasMade() {
        Authority made = Authority.create(dir, "xx.linli", CLOCK);
        Authority opened = Authority.open(dir);
        assertEquals(made.certificate(), opened.certificate());
        assertEquals("xx.linli", opened.origin());
        assertEquals(made.fingerprint(), opened.fingerprint());
        assertCode(Code.EXISTS, () -> Authority.create(dir, "xx.linli", CLOCK));
    }

    @Test
    void aFolderWithoutAuthorityEnrolsNobody() {
        assertCode(Code.MISSING, () -> Authority.open(dir));
    }

    @Test
    void aNodesCertificateSaysWhatTheCountySaysAndOnlyItsKeyIsTheRequests() throws Exception {
        Authority authority = Authority.create(dir, "xx.linli", CLOCK);
        KeyPair keys = TlsKeys.fresh();
        SigningRequest asksForMore = SigningRequest.parse(request(keys, keys, "CN=xx.linli", "SHA256withECDSA"));
        X509Certificate certificate = authority.issue(12, "xx.linli/heping", asksForMore, CLOCK);
        assertEquals(keys.getPublic(), certificate.getPublicKey());
        assertEquals("CN=xx.linli/heping", certificate.getSubjectX500Principal().getName());
        assertEquals("CN=xx.linli", certificate.getIssuerX500Principal().getName());
        assertEquals(
                "[[6, linli://xx.linli/12]]",
                certificate.getSubjectAlternativeNames().toString());
        assertEquals(-1, certificate.getBasicConstraints());
        assertNotEquals(
                certificate.getSerialNumber(),
                authority.issue(12, "xx.linli/heping", asksForMore, CLOCK).getSerialNumber());
    }

    @Test
    void certificatesAreGoodUnderWrongClocks() {
        Clock withoutBattery = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Authority authority = Authority.create(dir, "xx.linli", withoutBattery);
        SigningRequest request = SigningRequest.of(TlsKeys.fresh());
        X509Certificate early = authority.issue(1, "xx.linli/a", request, withoutBattery);
        X509Certificate now = authority.issue(1, "xx.linli/a", request, CLOCK);
        assertEquals(Instant.EPOCH, now.getNotBefore().toInstant());
        assertEquals(Instant.parse("2036-11-23T08:00:00Z"), now.getNotAfter().toInstant());
        assertEquals(Instant.parse("2036-01-01T00:00:00Z"), early.getNotAfter().toInstant());
        assertEquals(
                Instant.parse("2076-01-01T00:00:00Z"),
                authority.certificate().getNotAfter().toInstant());
    }

    @Test
    void aRequestForSomebodyElsesKeyIsRefused() throws Exception {
        String stolen = request(TlsKeys.fresh(), TlsKeys.fresh(), "CN=a", "SHA256withECDSA");
        assertCode(Code.MALFORMED, () -> SigningRequest.parse(stolen));
    }

    @Test
    void aRequestForAnotherKindOfKeyIsRefused() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair keys = rsa.generateKeyPair();
        String request = request(keys, keys, "CN=a", "SHA256withRSA");
        assertCode(Code.MALFORMED, () -> SigningRequest.parse(request));
    }

    @Test
    void whatIsNoRequestIsRefused() {
        String good = SigningRequest.of(TlsKeys.fresh()).pem();
        assertEquals(good, SigningRequest.parse(good).pem());
        for (String bad : new String[] {
            "",
            "hello",
            good + good,
            good.replace("REQUEST", "REQUES"),
            good.substring(0, good.length() / 2),
            good.replaceFirst("M", "*"),
            good.replace('A', 'B'),
            " ".repeat(5000) + good
        }) {
            assertCode(Code.MALFORMED, () -> SigningRequest.parse(bad));
        }
    }

    @Test
    void theKeyIsForTheOwnersEyesOnly() throws IOException {
        Authority.create(dir, "xx.linli", CLOCK);
        Path file = dir.resolve("tls/authority.pem");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertCode(Code.EXPOSED, () -> Authority.open(dir));
    }

    @Test
    void aTornFileIsReportedWhereverItWasCut() throws IOException {
        Authority.create(dir, "xx.linli", CLOCK);
        Path file = dir.resolve("tls/authority.pem");
        byte[] whole = Files.readAllBytes(file);
        int lastLine = "-----END CERTIFICATE-----\n".length();
        for (int size = 0; size < whole.length - lastLine; size += 37) {
            Files.write(file, Arrays.copyOf(whole, size));
            assertCode(Code.DAMAGED, () -> Authority.open(dir));
        }
    }

    @Test
    void theKeyOfOneAuthorityDoesNotPassWithTheCertificateOfAnother() throws IOException {
        Authority.create(dir, "xx.linli", CLOCK);
        Authority.create(dir.resolve("other"), "xx.linli", CLOCK);
        Path file = dir.resolve("tls/authority.pem");
        Files.writeString(file, half(file, 0) + half(dir.resolve("other/tls/authority.pem"), 1));
        assertCode(Code.DAMAGED, () -> Authority.open(dir));
    }

    private static String half(Path file, int part) throws IOException {
        return Files.readString(file).split("(?<=-----END PRIVATE KEY-----\n)", 2)[part];
    }

    @Test
    void aLeftoverOfACrashIsNotRead() throws IOException {
        Files.createDirectories(dir.resolve("tls"));
        Files.writeString(dir.resolve("tls/authority.pem.new"), "-----BEGIN PRIV");
        assertEquals("xx.linli", Authority.create(dir, "xx.linli", CLOCK).origin());
        assertTrue(Files.notExists(dir.resolve("tls/authority.pem.new")));
    }

    private static String request(KeyPair named, KeyPair signing, String subject, String algorithm) throws Exception {
        byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), named.getPublic())
                .build(new JcaContentSignerBuilder(algorithm).build(signing.getPrivate()))
                .getEncoded();
        return Pem.write(new PemObject(Pem.REQUEST, der));
    }

    private static void assertCode(Code code, Executable act) {
        assertEquals(code, assertThrows(EnrolException.class, act).code());
    }
}
