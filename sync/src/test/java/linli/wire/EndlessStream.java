package linli.wire;

import java.io.InputStream;

/** A peer that never stops: the same bytes over and over, a few at a time, and a count of what was taken. */
final class EndlessStream extends InputStream {
    private static final int AT_A_TIME = 3;

    private final byte[] repeated;
    private long taken;

    EndlessStream(byte[] repeated) {
        this.repeated = repeated;
    }

    long taken() {
        return taken;
    }

    @Override
    public int read() {
        return repeated[(int) (taken++ % repeated.length)] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, AT_A_TIME);
        for (int i = 0; i < count; i++) {
            target[offset + i] = (byte) read();
        }
        return count;
    }
}
