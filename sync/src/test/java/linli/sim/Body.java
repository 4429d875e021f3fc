package linli.sim;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** The body of a message as it comes in at the other end. */
final class Body {
    private Body() {}

    static InputStream whole(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Its beginning, after which the stream ends, or breaks. */
    static InputStream cut(byte[] bytes, Lot lot) {
        InputStream half = new ByteArrayInputStream(bytes, 0, lot.below(bytes.length));
        return lot.chance(0.5) ? half : new SequenceInputStream(half, new BrokenLine());
    }

    /** All of it; somewhere within, something else happens. */
    static InputStream crossed(byte[] bytes, Lot lot, Runnable meanwhile) {
        int at = lot.below(bytes.length);
        return new SequenceInputStream(
                new ByteArrayInputStream(bytes, 0, at),
                new Crossing(new ByteArrayInputStream(bytes, at, bytes.length - at), meanwhile));
    }

    private static final class BrokenLine extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }

    /** Before the first byte of it is read, something else happens. */
    private static final class Crossing extends FilterInputStream {
        private final Runnable meanwhile;
        private boolean happened;

        Crossing(InputStream rest, Runnable meanwhile) {
            super(rest);
            this.meanwhile = meanwhile;
        }

        private void happen() {
            if (!happened) {
                happened = true;
                meanwhile.run();
            }
        }

        @Override
        public int read() throws IOException {
            happen();
            return super.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            happen();
            return super.read(target, offset, length);
        }
    }
}
