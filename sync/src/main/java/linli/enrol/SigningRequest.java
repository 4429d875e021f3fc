package linli.enrol;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import linli.enrol.EnrolException.Code;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/**
 * A certificate request (PKCS #10, RFC 2986) whose sender has shown that the key is theirs.
 *
 * <p>Only the key counts. Whatever name the request asks for is ignored: names are the county's to give.
 */
public final class SigningRequest {
    private static final int MOST_CHARS = 4096;
    private static final AlgorithmIdentifier P256 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);

    private final PublicKey key;
    private final byte[] der;

    private SigningRequest(PublicKey key, byte[] der) {
        this.key = key;
        this.der = der;
    }

    static SigningRequest of(KeyPair keys) {
        JcaPKCS10CertificationRequestBuilder builder =
                new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=linli"), keys.getPublic());
        try {
            byte[] der = builder.build(TlsKeys.signer(keys.getPrivate())).getEncoded();
            return new SigningRequest(keys.getPublic(), der);
        } catch (IOException e) {
            throw new IllegalStateException("a request of known parts can be made", e);
        }
    }

    /**
     * Reads a request.
     *
     * @throws EnrolException {@code MALFORMED} unless it is a request for an ECDSA P-256 key, signed with it
     */
    public static SigningRequest parse(String pem) {
        if (pem.length() > MOST_CHARS) {
            throw malformed(null);
        }
        try {
            return ofDer(Pem.read(pem, Pem.REQUEST).get(0));
        } catch (GeneralSecurityException e) {
            throw malformed(e);
        }
    }

    static SigningRequest ofDer(byte[] der) throws GeneralSecurityException {
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der);
            PublicKey key = keyOf(request.getSubjectPublicKeyInfo());
            boolean isOfKnownKind =
                    request.getSignatureAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.ecdsa_with_SHA256);
            if (!isOfKnownKind || !request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new GeneralSecurityException("not signed with its own key");
            }
            return new SigningRequest(key, der);
        } catch (IOException | PKCSException | OperatorCreationException | IllegalArgumentException e) {
            throw new GeneralSecurityException("not a certificate request", e);
        }
    }

    private static PublicKey keyOf(SubjectPublicKeyInfo key) throws IOException, GeneralSecurityException {
        if (!key.getAlgorithm().equals(P256)) {
            throw new GeneralSecurityException("not a P-256 key");
        }
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    }

    private static EnrolException malformed(@Nullable Exception cause) {
        return new EnrolException(
                Code.MALFORMED, "The certificate request is not a signed request for an ECDSA P-256 key.", cause);
    }

    /** The key, in the sender's possession. */
    public PublicKey key() {
        return key;
    }

    /** The request as it is sent. */
    public String pem() {
        return Pem.write(object());
    }

    PemObject object() {
        return new PemObject(Pem.REQUEST, der);
    }
}
