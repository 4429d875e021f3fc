package linli.enrol;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import linli.enrol.EnrolException.Code;

/**
 * With what a node shows who it is: its TLS key, its certificate, and the county's certificate that it trusts, together
 * in {@code <node>/tls/node.pem}.
 *
 * <p>They come from a {@link CredentialsRequest}. Immutable and safe to share between threads.
 */
public final class Credentials {
    static final String FILE = "node.pem";

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final CountyTrust trust;
    private final PeerIdentity identity;

    private Credentials(PrivateKey key, X509Certificate certificate, CountyTrust trust) {
        this.key = key;
        this.certificate = certificate;
        this.trust = trust;
        this.identity = trust.identify(certificate);
    }

    /** {@code STRANGER} or {@link GeneralSecurityException} unless the three belong together. */
    static Credentials of(PrivateKey key, X509Certificate certificate, X509Certificate county)
            throws GeneralSecurityException {
        if (!TlsKeys.areOne(key, certificate.getPublicKey())) {
            throw new GeneralSecurityException("the key is not the certificate's");
        }
        return new Credentials(key, certificate, new CountyTrust(county));
    }

    /** Whether a node has joined a county. */
    public static boolean exist(Path node) {
        return new TlsFolder(node).has(FILE);
    }

    /**
     * Opens the credentials in a node's folder.
     *
     * @throws EnrolException {@code MISSING}, {@code EXPOSED}, {@code DAMAGED} or {@code STORAGE}
     */
    public static Credentials open(Path node) {
        TlsFolder folder = new TlsFolder(node);
        return folder.read(FILE, Credentials::read, Pem.KEY, Pem.CERTIFICATE, Pem.CERTIFICATE)
                .orElseThrow(() -> new EnrolException(
                        Code.MISSING,
                        "This node has not joined a county. Ask the county for a code and run “linli join”."));
    }

    private static Credentials read(List<byte[]> contents) throws GeneralSecurityException {
        return of(Pem.privateKey(contents.get(0)), Pem.certificate(contents.get(1)), Pem.certificate(contents.get(2)));
    }

    void write(TlsFolder folder) {
        folder.write(FILE, Pem.of(key), Pem.of(certificate), Pem.of(trust.certificate()));
    }

    /** Who this node is to others. */
    public PeerIdentity identity() {
        return identity;
    }

    /** Origin of the county's log. */
    public String countyOrigin() {
        return trust.county();
    }

    /** Of the county's certificate, as people compare it. */
    public Fingerprint countyFingerprint() {
        return trust.fingerprint();
    }

    /**
     * For a server of pages: browsers are shown the node's certificate, and asked for none. They do not know the county
     * and find no host in the certificate, so they warn until somebody has compared {@link #certificateDigest}.
     */
    public SSLContext forBrowsers() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("keys in memory need no disk", e);
        }
    }

    /** SHA-256 of the node's certificate as browsers show it: 32 bytes in capital hex, colons between them. */
    public String certificateDigest() {
        try {
            byte[] digest = Fingerprint.sha256().digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read from bytes has them", e);
        }
    }

    CountyTrust trust() {
        return trust;
    }

    /** Shows the county's certificate, too: whoever joins has to see it. */
    KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
        char[] inMemoryOnly = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("node", key, inMemoryOnly, new Certificate[] {certificate, trust.certificate()});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, inMemoryOnly);
        return factory.getKeyManagers();
    }
}
