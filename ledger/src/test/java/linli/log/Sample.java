package linli.log;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** The keys, names and entries that the log's tests share; the first leaves are those of the format's vectors. */
final class Sample {
    static final String ORIGIN = "ledger.example/node-1";
    static final String WITNESS = "county.example/w1";
    static final SigningKey KEY = SigningKey.ofSeed(countingSeed());
    static final NoteSigner SIGNER = new NoteSigner(ORIGIN, KEY);
    static final Vkey WITNESS_KEY = new Vkey(WITNESS, Vkey.Role.COSIGNATURE, KEY.verifyKey());
    static final EntryCheck ALL_GENUINE = (index, entry) -> true;

    private Sample() {}

    static byte[] entry(long index) {
        return ("entry-" + index).getBytes(StandardCharsets.UTF_8);
    }

    static List<byte[]> entries(long from, long to) {
        return LongStream.range(from, to).mapToObj(Sample::entry).toList();
    }

    /** An entry of some size, whose content is known from its index. */
    static byte[] longEntry(long index, int sizeBytes) {
        byte[] entry = Arrays.copyOf(entry(index), sizeBytes);
        entry[sizeBytes - 1] = '!';
        return entry;
    }

    static Log open(Path dir) {
        return Log.open(Disk.real(), dir, SIGNER, ALL_GENUINE, Progress.UNSEEN);
    }

    static Log create(Path dir) {
        return Log.create(Disk.real(), dir, ORIGIN, SIGNER);
    }

    static List<byte[]> all(LogView log) {
        List<byte[]> entries = new ArrayList<>();
        log.scan(0, log.size(), (index, entry) -> entries.add(entry));
        return entries;
    }

    /** The root recomputed from nothing but the entries. */
    static Hash rootOf(List<byte[]> entries) {
        Frontier frontier = new Frontier();
        entries.forEach(entry -> frontier.add(Hash.ofLeaf(entry)));
        return frontier.root();
    }

    static byte[] resource(String name) throws Exception {
        return Files.readAllBytes(
                Path.of(Objects.requireNonNull(Sample.class.getResource(name)).toURI()));
    }

    private static byte[] countingSeed() {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }
}
