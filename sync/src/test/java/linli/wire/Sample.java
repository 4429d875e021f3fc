package linli.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import linli.log.Checkpoint;
import linli.log.Hash;
import linli.log.Note;
import linli.log.NoteSigner;
import linli.log.SigningKey;
import linli.log.Vkey;
import org.junit.jupiter.api.function.Executable;

/** The log of the format's vectors, with the leaves "entry-0", "entry-1", …, and what its tests share. */
final class Sample {
    static final String ORIGIN = "ledger.example/node-1";
    static final SigningKey KEY = SigningKey.ofSeed(countingSeed());
    static final NoteSigner SIGNER = new NoteSigner(ORIGIN, KEY);
    static final Vkey LOG = SIGNER.vkey();

    private Sample() {}

    static byte[] resource(String name) {
        try (InputStream file = Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Note checkpoint() {
        return Note.ofBytes(resource("checkpoint-8.note"));
    }

    static Note checkpoint(String origin, long size, Hash root) {
        return new NoteSigner(origin, KEY).sign(new Checkpoint(origin, size, root).toText());
    }

    static List<byte[]> entries(long from, long to) {
        return LongStream.range(from, to).mapToObj(Sample::entry).toList();
    }

    static byte[] entry(long index) {
        return bytes("entry-" + index);
    }

    static List<Hash> hashes(int count) {
        return IntStream.range(0, count)
                .mapToObj(place -> Hash.ofLeaf(new byte[] {(byte) place}))
                .toList();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void refused(WireException.Code code, Executable action) {
        assertEquals(code, assertThrows(WireException.class, action).code());
    }

    private static byte[] countingSeed() {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }
}
