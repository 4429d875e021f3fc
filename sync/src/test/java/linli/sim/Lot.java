package linli.sim;

import java.util.List;
import java.util.Random;
import linli.entry.RequestId;
import linli.log.SigningKey;

/** Everything that is left to chance, drawn from one seed. */
final class Lot {
    private final Random random;

    Lot(long seed) {
        this.random = new Random(seed);
    }

    /** A lot of its own for something, the same whatever else is drawn before or after. */
    static Lot of(long seed, Object... what) {
        long mixed = seed;
        for (Object part : what) {
            mixed = mixed * 0x9E3779B97F4A7C15L + part.toString().hashCode();
            mixed ^= mixed >>> 29;
        }
        return new Lot(mixed);
    }

    long seed() {
        return random.nextLong();
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** 0 to below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    SigningKey key() {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        random.nextBytes(seed);
        return SigningKey.ofSeed(seed);
    }

    RequestId request() {
        return new RequestId(random.nextLong(), random.nextLong());
    }

    Random random() {
        return random;
    }
}
