package linli.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORTaggedItem;
import com.authlete.cose.COSESign1;
import com.authlete.cose.COSEVerifier;
import com.authlete.cose.SigStructureBuilder;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.Longs;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Random;
import linli.log.SigningKey;
import linli.log.Vkey;
import org.junit.jupiter.api.Test;

/** A COSE library that nobody here wrote agrees on every signature. */
class SignatureTest {
    private static final byte[] ED25519_KEY_INFO = Raw.hex("30 2a 30 05 06 03 2b 65 70 03 21 00");
    private static final long INDEX = 4812;
    private static final byte[] ENTRY = EntryCodec.sign(
            Samples.random(HoursEvent.HoursRecorded.class, new Random(1)), Samples.KEY, Samples.LOG, INDEX);

    @Test
    void everyEventVerifiesElsewhere() throws Exception {
        for (Class<? extends Record> event : EventTypes.all()) {
            byte[] bytes = EntryCodec.sign(Samples.largest(event), Samples.KEY, Samples.LOG, INDEX);
            assertTrue(EntryCodec.verify(bytes, Samples.LOG, INDEX), event.getName());
            assertTrue(verifiesElsewhere(bytes, Samples.LOG.name(), INDEX), event.getName());
        }
    }

    @Test
    void anotherPlaceDoesNotVerify() throws Exception {
        assertFalse(EntryCodec.verify(ENTRY, Samples.LOG, INDEX + 1));
        assertFalse(verifiesElsewhere(ENTRY, Samples.LOG.name(), INDEX + 1));
        Vkey otherLog = new Vkey("xx.linli/xinhua", Vkey.Role.NOTE, Samples.KEY.verifyKey());
        assertFalse(EntryCodec.verify(ENTRY, otherLog, INDEX));
        assertFalse(verifiesElsewhere(ENTRY, otherLog.name(), INDEX));
    }

    @Test
    void aKeyIdThatTheLogDoesNotHaveDoesNotVerify() {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = 1;
        Vkey other = new Vkey(
                Samples.LOG.name(), Vkey.Role.NOTE, SigningKey.ofSeed(seed).verifyKey());
        assertFalse(EntryCodec.verify(ENTRY, other, INDEX));
        assertFalse(EntryCodec.verify(
                EntryCodec.sign(EntryCodec.decode(ENTRY), Samples.KEY, other, INDEX), Samples.LOG, INDEX));
    }

    @Test
    void noFlippedBitVerifies() throws Exception {
        for (int i = 0; i < ENTRY.length; i++) {
            byte[] flipped = ENTRY.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            assertFalse(EntryCodec.verify(flipped, Samples.LOG, INDEX), "byte " + i);
        }
        byte[] other = ENTRY.clone();
        other[30] ^= 1;
        assertFalse(verifiesElsewhere(other, Samples.LOG.name(), INDEX));
    }

    @Test
    void bytesThatAreNoEntryDoNotVerify() {
        assertFalse(EntryCodec.verify(new byte[0], Samples.LOG, INDEX));
        assertFalse(EntryCodec.verify(new byte[EntryCodec.MAX_BYTES + 1], Samples.LOG, INDEX));
    }

    @Test
    void theBytesToBeSignedAreThoseOfTheStandard() throws Exception {
        COSESign1 cose = elsewhere(ENTRY);
        byte[] expected = new SigStructureBuilder()
                .sign1(cose)
                .externalData(place(Samples.LOG.name(), INDEX))
                .build()
                .encode();
        CoseSign1 ours = CoseSign1.parse(ENTRY);
        assertArrayEquals(expected, CoseSign1.toBeSigned(ours.keyId(), ours.payload(), Samples.LOG.name(), INDEX));
        assertEquals(-8, ((Number) cose.getProtectedHeader().getAlg()).intValue());
        assertArrayEquals(ours.keyId(), cose.getProtectedHeader().getKid());
    }

    private static boolean verifiesElsewhere(byte[] entry, String origin, long index) throws Exception {
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Bytes.concat(ED25519_KEY_INFO, Samples.KEY.verifyKey().toBytes())));
        return new COSEVerifier(key).verify(elsewhere(entry), place(origin, index));
    }

    private static COSESign1 elsewhere(byte[] entry) throws Exception {
        CBORTaggedItem tagged = (CBORTaggedItem) new CBORDecoder(entry).next();
        assertEquals(18, tagged.getTagNumber().intValue());
        return COSESign1.build(tagged.getTagContent());
    }

    private static byte[] place(String origin, long index) {
        return Bytes.concat(origin.getBytes(StandardCharsets.UTF_8), Longs.toByteArray(index));
    }
}
