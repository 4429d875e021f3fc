package linli.enrol;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import linli.enrol.EnrolException.Code;

/**
 * The county's certificate authority, kept in {@code <node>/tls/authority.pem}: it says which key is which node's.
 *
 * <p>Whoever has this file can make nodes of the county, but can write in nobody's log. Immutable and safe to share
 * between threads.
 */
public final class Authority {
    private static final String FILE = "authority.pem";

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final String origin;

    private Authority(PrivateKey key, X509Certificate certificate, String origin) {
        this.key = key;
        this.certificate = certificate;
        this.origin = origin;
    }

    /**
     * Makes the authority of a county, durable on return.
     *
     * @param node the county's folder
     * @param origin of the county's log, such as {@code xx.linli}
     * @throws EnrolException {@code EXISTS} if the folder has one, {@code STORAGE}
     */
    public static Authority create(Path node, String origin, Clock clock) {
        TlsFolder folder = new TlsFolder(node);
        if (folder.has(FILE)) {
            throw new EnrolException(
                    Code.EXISTS,
                    folder.file(FILE) + " exists already. A county keeps its authority, since every node trusts it.");
        }
        KeyPair keys = TlsKeys.fresh();
        X509Certificate certificate = Certificates.county(keys, origin, clock.instant());
        folder.write(FILE, Pem.of(keys.getPrivate()), Pem.of(certificate));
        return new Authority(keys.getPrivate(), certificate, origin);
    }

    /** Whether a folder has an authority. */
    public static boolean exists(Path node) {
        return new TlsFolder(node).has(FILE);
    }

    /**
     * Opens the authority in a county's folder.
     *
     * @throws EnrolException {@code MISSING}, {@code EXPOSED}, {@code DAMAGED} or {@code STORAGE}
     */
    public static Authority open(Path node) {
        TlsFolder folder = new TlsFolder(node);
        return folder.read(FILE, Authority::of, Pem.KEY, Pem.CERTIFICATE)
                .orElseThrow(() -> new EnrolException(
                        Code.MISSING,
                        "There is no " + folder.file(FILE)
                                + ". Only a county enrols; put back your copy if this is one."));
    }

    private static Authority of(List<byte[]> contents) throws GeneralSecurityException {
        PrivateKey key = Pem.privateKey(contents.get(0));
        X509Certificate certificate = Pem.certificate(contents.get(1));
        if (!TlsKeys.areOne(key, certificate.getPublicKey())) {
            throw new GeneralSecurityException("the key is not the certificate's");
        }
        return new Authority(key, certificate, new CountyTrust(certificate).county());
    }

    /**
     * The certificate of a node.
     *
     * @param number the node's number; 0 is the county itself
     * @param nodeOrigin origin of the log that the node writes now; after a rotation, of the new log
     * @param request brings the node's key and nothing else
     */
    public X509Certificate issue(int number, String nodeOrigin, SigningRequest request, Clock clock) {
        NodeName name = new NodeName(origin, number);
        KeyPair keys = new KeyPair(certificate.getPublicKey(), key);
        return Certificates.node(keys, name, nodeOrigin, request.key(), clock.instant());
    }

    /** The certificate that every node of the county trusts. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** What people compare before a node joins. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate.getPublicKey());
    }

    /** Origin of the county's log. */
    public String origin() {
        return origin;
    }
}
