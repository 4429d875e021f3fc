package linli.enrol;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import linli.enrol.EnrolException.Code;
import org.jspecify.annotations.Nullable;

/**
 * A new TLS key that waits for the county's certificate, in {@code <node>/tls/request.pem}.
 *
 * <p>It outlives a crash and a lost answer: asking again asks with the same key, and the county takes the same code from
 * the same key. Credentials that exist go on working until {@link #accept} puts new ones in their place.
 */
public final class CredentialsRequest {
    private static final String FILE = "request.pem";

    private final TlsFolder folder;
    private final PrivateKey key;
    private final SigningRequest signing;

    private CredentialsRequest(TlsFolder folder, PrivateKey key, SigningRequest signing) {
        this.folder = folder;
        this.key = key;
        this.signing = signing;
    }

    /**
     * The request that waits in a node's folder, or a new one, durable on return.
     *
     * @throws EnrolException {@code EXPOSED}, {@code DAMAGED} or {@code STORAGE}
     */
    public static CredentialsRequest prepare(Path node) {
        TlsFolder folder = new TlsFolder(node);
        return folder.read(FILE, contents -> read(folder, contents), Pem.KEY, Pem.REQUEST)
                .filter(waiting -> !isAnswered(node, waiting))
                .orElseGet(() -> create(folder));
    }

    private static boolean isAnswered(Path node, CredentialsRequest waiting) {
        return Credentials.exist(node)
                && Credentials.open(node).identity().key().equals(Fingerprint.of(waiting.signing.key()));
    }

    private static CredentialsRequest read(TlsFolder folder, List<byte[]> contents) throws GeneralSecurityException {
        return new CredentialsRequest(folder, Pem.privateKey(contents.get(0)), SigningRequest.ofDer(contents.get(1)));
    }

    private static CredentialsRequest create(TlsFolder folder) {
        KeyPair keys = TlsKeys.fresh();
        SigningRequest signing = SigningRequest.of(keys);
        folder.write(FILE, Pem.of(keys.getPrivate()), signing.object());
        return new CredentialsRequest(folder, keys.getPrivate(), signing);
    }

    /** What is sent to the county. */
    public SigningRequest signing() {
        return signing;
    }

    /**
     * Takes a certificate for the waiting key; from then on these are the node's credentials, durable on return.
     *
     * @param node the node's certificate
     * @param county the county's certificate, from the county's own folder or already compared by a person
     * @throws EnrolException {@code MALFORMED} unless the certificate is for this key and by this county, {@code STORAGE}
     */
    public Credentials accept(X509Certificate node, X509Certificate county) {
        return keep(credentials(node, county));
    }

    // A crash in between leaves a request that has been answered; prepare() sees that.
    private Credentials keep(Credentials credentials) {
        credentials.write(folder);
        folder.destroy(FILE);
        return credentials;
    }

    /**
     * Takes what the county has answered, if it is the county that a person has confirmed and the answer fits together.
     *
     * @throws EnrolException {@code OTHER_COUNTY}, {@code MALFORMED} or {@code STORAGE}
     */
    public Credentials accept(EnrolAnswer answer, Fingerprint confirmed) {
        Credentials credentials = credentials(answer.certificate(), answer.countyCertificate());
        Joining.requireSame(confirmed, credentials.countyFingerprint());
        PeerIdentity identity = credentials.identity();
        boolean fits = identity.number() == answer.number()
                && identity.origin().equals(answer.origin())
                && credentials.countyOrigin().equals(answer.county().name());
        if (!fits) {
            throw unfit(null);
        }
        return keep(credentials);
    }

    private Credentials credentials(X509Certificate node, X509Certificate county) {
        try {
            return Credentials.of(key, node, county);
        } catch (GeneralSecurityException | EnrolException e) {
            throw unfit(e);
        }
    }

    private static EnrolException unfit(@Nullable Exception cause) {
        return new EnrolException(
                Code.MALFORMED,
                "The county's answer does not fit this node's key. Try again; if it stays so, tell the county.",
                cause);
    }
}
