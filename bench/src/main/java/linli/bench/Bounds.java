package linli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Collections;
import linli.log.SigningKey;

/** What no ledger of signed, durable entries can beat on this machine: the bare signature, the bare wait for the disk. */
final class Bounds {
    static final int CORES = Runtime.getRuntime().availableProcessors();

    /** What is signed for an entry of the usual length, and what is written for one. */
    private static final int MESSAGE_BYTES = 220;

    private static final int FRAME_BYTES = 300;

    private static final SigningKey KEY = SigningKey.generate(new SecureRandom());
    private static final byte[] MESSAGE = new byte[MESSAGE_BYTES];

    private Bounds() {}

    /** Ed25519 signatures in a second, on so many cores. */
    static double signatures(int cores, long millis) throws Exception {
        return Rate.of(millis, Collections.nCopies(cores, () -> KEY.sign(MESSAGE).length / 64));
    }

    /** Ed25519 verifications in a second, on so many cores. */
    static double verifications(int cores, long millis) throws Exception {
        byte[] signature = KEY.sign(MESSAGE);
        return Rate.of(millis, Collections.nCopies(cores, () -> KEY.verifyKey().verify(MESSAGE, signature) ? 1 : 0));
    }

    /** Appends in a second to a file, each forced to the disk. */
    static double forcedWrites(Path file, long millis) throws Exception {
        try (FileChannel channel = append(file)) {
            return Rate.of(millis, () -> writeAndForce(channel));
        }
    }

    /** One signature and one forced write, one after the other, as nobody can do without who waits for a durable entry. */
    static final class Signed implements Rate.Work, AutoCloseable {
        private final FileChannel channel;

        Signed(Path file) throws IOException {
            this.channel = append(file);
        }

        @Override
        public int some() throws IOException {
            return KEY.sign(MESSAGE).length / 64 * writeAndForce(channel);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static FileChannel append(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static int writeAndForce(FileChannel channel) throws IOException {
        channel.write(ByteBuffer.allocate(FRAME_BYTES));
        channel.force(false);
        return 1;
    }
}
