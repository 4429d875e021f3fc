package linli.enrol;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * What the county's certificates say (RFC 5280).
 *
 * <p>They begin in 1970 and last long, because a board without a battery wakes up in 1970 and nobody should be cut off
 * by a wrong clock. A short life is the usual answer to a lost key; here that answer is the county log, which every node
 * has.
 */
final class Certificates {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final X509ExtensionUtils KEY_IDS = new BcX509ExtensionUtils();
    private static final int SERIAL_BITS = 127;
    private static final Instant BEGIN = Instant.EPOCH;
    /** No county is older than Linli; a clock that says so is wrong, and what it dates would end too early. */
    private static final Instant OLDEST_NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Period COUNTY_LIFE = Period.ofYears(50);
    private static final Period NODE_LIFE = Period.ofYears(10);
    private static final int LAST_YEAR_OF_UTC_TIME = 2049;
    private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);

    private Certificates() {}

    /** The county's own certificate, with which it signs nodes' and nothing else. */
    static X509Certificate county(KeyPair keys, String origin, Instant now) {
        X509v3CertificateBuilder draft = draft(origin, origin, keys.getPublic(), after(now, COUNTY_LIFE));
        add(draft, Extension.basicConstraints, true, new BasicConstraints(0));
        add(draft, Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        add(draft, Extension.subjectKeyIdentifier, false, KEY_IDS.createSubjectKeyIdentifier(info(keys.getPublic())));
        return sign(draft, keys.getPrivate());
    }

    /** A node's certificate for both ends of a connection. {@code origin} is that of its log. */
    static X509Certificate node(KeyPair county, NodeName node, String origin, PublicKey key, Instant now) {
        X509v3CertificateBuilder draft = draft(node.county(), origin, key, after(now, NODE_LIFE));
        GeneralName uri = new GeneralName(GeneralName.uniformResourceIdentifier, node.uri());
        KeyPurposeId[] bothEnds = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        add(draft, Extension.basicConstraints, true, new BasicConstraints(false));
        add(draft, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        add(draft, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(bothEnds));
        add(draft, Extension.subjectAlternativeName, false, new GeneralNames(uri));
        AuthorityKeyIdentifier issuer = KEY_IDS.createAuthorityKeyIdentifier(info(county.getPublic()));
        add(draft, Extension.authorityKeyIdentifier, false, issuer);
        return sign(draft, county.getPrivate());
    }

    private static X509v3CertificateBuilder draft(String issuer, String subject, PublicKey key, Time end) {
        BigInteger serial = new BigInteger(SERIAL_BITS - 1, RANDOM).setBit(SERIAL_BITS - 1);
        return new X509v3CertificateBuilder(name(issuer), serial, time(BEGIN), end, name(subject), info(key));
    }

    private static void add(
            X509v3CertificateBuilder draft, ASN1ObjectIdentifier type, boolean isCritical, ASN1Encodable value) {
        try {
            draft.addExtension(type, isCritical, value);
        } catch (CertIOException e) {
            throw new IllegalStateException("an extension of known parts can be written", e);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder draft, PrivateKey key) {
        try {
            return Pem.certificate(draft.build(TlsKeys.signer(key)).getEncoded());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("a certificate of known parts can be made", e);
        }
    }

    private static SubjectPublicKeyInfo info(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded());
    }

    /** The common name: an origin. Empty if there is not exactly one. */
    static Optional<String> origin(X509Certificate certificate) throws CertificateEncodingException {
        RDN[] names = new JcaX509CertificateHolder(certificate).getSubject().getRDNs(BCStyle.CN);
        return names.length == 1 && names[0].getFirst().getValue() instanceof ASN1String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    // Given as bytes, since an origin may be longer than the 64 characters RFC 5280 foresees; everyone reads longer
    // ones.
    private static X500Name name(String origin) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, new DERUTF8String(origin))
                .build();
    }

    private static Time after(Instant now, Period life) {
        Instant start = now.isBefore(OLDEST_NOW) ? OLDEST_NOW : now;
        return time(start.atOffset(ZoneOffset.UTC).plus(life).toInstant());
    }

    // RFC 5280 §4.1.2.5: two digits of the year up to 2049, four from then on.
    private static Time time(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        return utc.getYear() <= LAST_YEAR_OF_UTC_TIME
                ? new Time(new DERUTCTime(UTC_TIME.format(utc)))
                : new Time(new DERGeneralizedTime(GENERALIZED_TIME.format(utc)));
    }
}
