package linli.ledger;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Sixty-four bits that stand for something longer as the key of a row, the same on every node. Two things may have the same
 * ({@link RowKeys}).
 */
final class Fingerprint {
    private static final HashFunction OF_NUMBERS = Hashing.murmur3_128();

    private static final LoadingCache<String, Long> OF_TEXTS = CacheBuilder.newBuilder()
            .maximumSize(4096)
            .build(CacheLoader.from(text ->
                    Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asLong()));

    private Fingerprint() {}

    /** Of a text that people choose: cryptographic, so that rows stay spread whatever they choose. */
    static long of(String text) {
        return OF_TEXTS.getUnchecked(text);
    }

    /** Of numbers, which are mostly given and not chosen. */
    static long of(long... numbers) {
        Hasher hasher = OF_NUMBERS.newHasher(numbers.length * Long.BYTES);
        for (long number : numbers) {
            hasher.putLong(number);
        }
        return hasher.hash().asLong();
    }
}
