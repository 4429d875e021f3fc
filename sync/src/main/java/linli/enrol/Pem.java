package linli.enrol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as PEM text (RFC 7468), which every tool for certificates can read. */
final class Pem {
    static final String KEY = "PRIVATE KEY";
    static final String CERTIFICATE = "CERTIFICATE";
    static final String REQUEST = "CERTIFICATE REQUEST";

    private Pem() {}

    static PemObject of(PrivateKey key) {
        return new PemObject(KEY, key.getEncoded());
    }

    static PemObject of(X509Certificate certificate) {
        try {
            return new PemObject(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read or made has its bytes", e);
        }
    }

    static String write(PemObject... objects) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            for (PemObject object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** The contents of {@code text}, which must be exactly of these types in this order. */
    static List<byte[]> read(String text, String... types) throws GeneralSecurityException {
        List<PemObject> objects = read(text);
        if (!objects.stream().map(PemObject::getType).toList().equals(List.of(types))) {
            throw new GeneralSecurityException("not the PEM objects that belong here");
        }
        return objects.stream().map(PemObject::getContent).toList();
    }

    private static List<PemObject> read(String text) throws GeneralSecurityException {
        List<PemObject> objects = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject next = reader.readPemObject(); next != null; next = reader.readPemObject()) {
                objects.add(next);
            }
            return objects;
        } catch (IOException | DecoderException e) {
            throw new GeneralSecurityException("not PEM", e);
        }
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /** The one certificate in a text from elsewhere; {@code MALFORMED} if it is none. */
    static X509Certificate certificate(String text) {
        try {
            return certificate(read(text, CERTIFICATE).get(0));
        } catch (GeneralSecurityException e) {
            throw new EnrolException(EnrolException.Code.MALFORMED, "This is no certificate in PEM form.", e);
        }
    }

    static PrivateKey privateKey(byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
