package linli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The dice of the story: the same seed throws the same. */
final class DemoLot {
    private final Random random;

    DemoLot(long seed) {
        this.random = new Random(seed);
    }

    /** Dice of their own, so that what one desk throws changes nothing at another. */
    DemoLot another() {
        return new DemoLot(random.nextLong());
    }

    /** True so many times in a hundred. */
    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number, both bounds among them. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Some, each once, in any order; all where there are fewer. */
    <T> List<T> some(List<T> of, int most) {
        List<T> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }
}
