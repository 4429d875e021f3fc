package linli.peer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.wire.HeldLog;

/** A branch's log and copies of it, on disk. */
final class Sample {
    static final String ORIGIN = "ledger.example/node-1";
    static final NoteSigner SIGNER = new NoteSigner(ORIGIN, SigningKey.ofSeed(seed(1)));
    static final Vkey KEY = SIGNER.vkey();

    private static final int BATCH = 10_000;

    private Sample() {}

    static byte[] seed(int number) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) number;
        return seed;
    }

    static byte[] entry(long index) {
        return ("entry-" + index).getBytes(StandardCharsets.UTF_8);
    }

    /** The log of {@code size} entries, with a checkpoint of all. */
    static Log log(Path dir, long size) {
        Log log = Log.create(Disk.real(), dir, ORIGIN, SIGNER);
        grow(log, size);
        return log;
    }

    static void grow(Log log, long size) {
        while (log.size() < size) {
            append(log, 0, Math.min(size, log.size() + BATCH));
        }
        log.checkpoint();
    }

    /** A log with the same key that went another way behind its first entries, as a cloned disk makes it. */
    static Log forked(Path dir, long same, long size) {
        Log log = log(dir, same);
        append(log, 1_000_000_000, size);
        log.checkpoint();
        return log;
    }

    private static void append(Log log, long shift, long to) {
        log.append(LongStream.range(log.size(), to)
                .mapToObj(index -> entry(shift + index))
                .toList());
    }

    static Mirror copy(Path dir) {
        return Mirror.open(Disk.real(), dir, KEY, Progress.UNSEEN);
    }

    static HeldLog listed(LogView log) {
        return HeldLog.of(log.latestCheckpoint(), false);
    }

    static List<String> all(LogView log) {
        List<String> entries = new ArrayList<>();
        log.scan(0, log.size(), (index, entry) -> entries.add(new String(entry, StandardCharsets.UTF_8)));
        return entries;
    }
}
