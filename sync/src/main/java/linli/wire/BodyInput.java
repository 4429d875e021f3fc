package linli.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;
import linli.log.Hash;

/** The fields of a binary body, read off its stream one by one; only the one being read is held. */
final class BodyInput {
    private final InputStream stream;

    BodyInput(InputStream stream) {
        this.stream = stream;
    }

    int u8() throws IOException {
        return bytes(Byte.BYTES)[0] & 0xff;
    }

    int u16() throws IOException {
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes(Short.BYTES)).getShort());
    }

    /** A number of eight bytes that a Java long can hold. */
    long u63() throws IOException {
        long number = ByteBuffer.wrap(bytes(Long.BYTES)).getLong();
        if (number < 0) {
            throw WireException.malformed("a number above 2^63 − 1");
        }
        return number;
    }

    byte[] entry() throws IOException {
        return bytes(EntryLength.checked(u16()));
    }

    Hash hash() throws IOException {
        return Hash.of(bytes(Hash.SIZE_BYTES));
    }

    /** Exactly so many bytes; a body that ends before is a {@link WireException} TRUNCATED. */
    byte[] bytes(int count) throws IOException {
        byte[] bytes = unpacked(() -> stream.readNBytes(count));
        if (bytes.length < count) {
            throw WireException.truncated();
        }
        return bytes;
    }

    /** Whether nothing follows. The stream must know how to {@link InputStream#mark}. */
    boolean ended() throws IOException {
        stream.mark(1);
        boolean ended = unpacked(stream::read) < 0;
        if (!ended) {
            stream.reset();
        }
        return ended;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** A body may come through gzip, which says in its own way that it was cut short or is not gzip at all. */
    private static <T> T unpacked(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (EOFException e) {
            throw WireException.truncated();
        } catch (ZipException e) {
            throw WireException.malformed("the body is not the gzip that it claims to be", e);
        }
    }
}
