package linli.enrol;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import linli.secret.AesGcm;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** ECDSA keys on P-256, the one kind that every TLS 1.3 implementation has (RFC 8446 §9.1). */
final class TlsKeys {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final int PROBE_BYTES = 32;

    private TlsKeys() {}

    static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    static ContentSigner signer(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(ALGORITHM).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every Java platform signs with P-256", e);
        }
    }

    /** Whether the two are halves of one key. */
    static boolean areOne(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        byte[] probe = AesGcm.random(PROBE_BYTES);
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(secret);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(probe);
        return signature.verify(signed);
    }
}
