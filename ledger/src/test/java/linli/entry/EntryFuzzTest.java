package linli.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: an entry that would be written just so, or a refusal; never anything else, never slowly. */
class EntryFuzzTest {
    private static final long DURATION = TimeUnit.SECONDS.toNanos(5);
    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(500);

    private final List<byte[]> pool = new ArrayList<>();
    private int accepted;
    private int refused;

    @Test
    void anyBytesAreReadExactlyOrRefused() {
        long seed = System.nanoTime();
        System.out.println("entry fuzz, seed " + seed);
        Random random = new Random(seed);
        fillPool(random);
        long end = System.nanoTime() + DURATION;
        while (System.nanoTime() < end) {
            byte[] bytes = draw(random);
            try {
                check(bytes);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "seed " + seed + ", bytes " + HexFormat.of().formatHex(bytes), e);
            }
        }
        System.out.println("entry fuzz: " + accepted + " read, " + refused + " refused");
        assertTrue(accepted > 0 && refused > accepted, "the fuzz drew bytes of one kind only");
    }

    private void check(byte[] bytes) {
        long start = System.nanoTime();
        try {
            Entry entry = EntryCodec.decode(bytes);
            accepted++;
            if (!(entry.event() instanceof Event.Unknown)) {
                byte[] again = CoseSign1.parse(Samples.signed(entry)).payload();
                assertArrayEquals(CoseSign1.parse(bytes).payload(), again);
            }
        } catch (EntryException e) {
            refused++;
        }
        assertTrue(System.nanoTime() - start < SLOW, "decoding took too long");
    }

    private byte[] draw(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> some(random, random.nextInt(300));
            case 1 -> Raw.entry(some(random, 1 + random.nextInt(100)));
            case 2 -> Arrays.copyOf(valid(random), random.nextInt(400));
            case 3 -> valid(random);
            case 4 -> Raw.entry(splice(payload(random), payload(random), random));
            case 5 -> Raw.entry(hugeLength(payload(random), random));
            default -> Raw.entry(mutated(payload(random), random));
        };
    }

    private void fillPool(Random random) {
        for (Class<? extends Record> event : EventTypes.all()) {
            for (int i = 0; i < 20; i++) {
                pool.add(Samples.signed(Samples.random(event, random)));
            }
        }
    }

    private byte[] valid(Random random) {
        return pool.get(random.nextInt(pool.size()));
    }

    private byte[] payload(Random random) {
        return CoseSign1.parse(valid(random)).payload();
    }

    private static byte[] some(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] splice(byte[] start, byte[] end, Random random) {
        int cut = random.nextInt(start.length);
        int from = random.nextInt(end.length);
        byte[] spliced = Arrays.copyOf(start, cut + end.length - from);
        System.arraycopy(end, from, spliced, cut, end.length - from);
        return spliced;
    }

    /** A head of any type that promises far more than there is. */
    private static byte[] hugeLength(byte[] payload, Random random) {
        byte[] head = Raw.head(2 + random.nextInt(5), random.nextLong() >>> random.nextInt(34), 8);
        int at = random.nextInt(payload.length);
        byte[] promising = Arrays.copyOf(payload, Math.max(payload.length, at + head.length));
        System.arraycopy(head, 0, promising, at, head.length);
        return promising;
    }
}
