package linli.enrol;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import linli.enrol.EnrolException.Code;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;

/** What one county's certificate vouches for. Nothing else is trusted, least of all what the machine trusts by itself. */
final class CountyTrust {
    private static final Set<String> BOTH_ENDS =
            Set.of(KeyPurposeId.id_kp_serverAuth.getId(), KeyPurposeId.id_kp_clientAuth.getId());
    private static final int NO_AUTHORITY = -1;

    private final X509Certificate certificate;
    private final String county;

    /** A {@link GeneralSecurityException} unless {@code certificate} is a county's, signed by itself. */
    CountyTrust(X509Certificate certificate) throws GeneralSecurityException {
        certificate.verify(certificate.getPublicKey());
        if (certificate.getBasicConstraints() == NO_AUTHORITY) {
            throw new GeneralSecurityException("not the certificate of an authority");
        }
        this.certificate = certificate;
        this.county = Certificates.origin(certificate)
                .orElseThrow(() -> new GeneralSecurityException("the authority names no origin"));
    }

    /** For certificates from elsewhere: {@code STRANGER} unless it is a county's. */
    static CountyTrust ofStranger(X509Certificate certificate) {
        try {
            return new CountyTrust(certificate);
        } catch (GeneralSecurityException e) {
            throw stranger(e);
        }
    }

    String county() {
        return county;
    }

    X509Certificate certificate() {
        return certificate;
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(certificate.getPublicKey());
    }

    /**
     * Whose certificate {@code chain} begins with. What follows it is not needed: there is one authority, and it signs
     * nodes directly.
     *
     * @throws EnrolException {@code STRANGER} unless this county has issued it to a node
     */
    PeerIdentity identify(Certificate... chain) {
        if (chain.length == 0 || !(chain[0] instanceof X509Certificate node)) {
            throw stranger(null);
        }
        try {
            return identity(node);
        } catch (GeneralSecurityException e) {
            throw stranger(e);
        }
    }

    private PeerIdentity identity(X509Certificate node) throws GeneralSecurityException {
        validate(node);
        List<String> uses = node.getExtendedKeyUsage();
        if (node.getBasicConstraints() != NO_AUTHORITY || uses == null || !uses.containsAll(BOTH_ENDS)) {
            throw new GeneralSecurityException("not the certificate of a node");
        }
        NodeName name =
                NodeName.in(node, county).orElseThrow(() -> new GeneralSecurityException("not a name in this county"));
        String origin = Certificates.origin(node).orElseThrow(() -> new GeneralSecurityException("it names no log"));
        return new PeerIdentity(name.number(), origin, Fingerprint.of(node.getPublicKey()));
    }

    // Signature, dates and critical extensions by the rules of RFC 5280 §6. Revocation is the county log's: see
    // Standing.
    private void validate(X509Certificate node) throws GeneralSecurityException {
        PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(certificate, null)));
        rules.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(node)), rules);
    }

    private static EnrolException stranger(@Nullable Exception cause) {
        return new EnrolException(
                Code.STRANGER,
                "The other side has no certificate of this county. If it is a node of yours, check its clock and let it join again.",
                cause);
    }
}
