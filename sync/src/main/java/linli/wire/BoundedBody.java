package linli.wire;

import java.io.IOException;
import java.io.InputStream;

/** Taking a small message off a stream whose sender may never stop. */
public final class BoundedBody {
    private BoundedBody() {}

    /**
     * All bytes up to the end of the stream, which stays open.
     *
     * @throws WireException TOO_LARGE as soon as there are more than {@code limitBytes}; the rest is not read
     * @throws IOException when the stream breaks
     */
    public static byte[] read(InputStream stream, int limitBytes) throws IOException {
        byte[] body = stream.readNBytes(limitBytes + 1);
        if (body.length > limitBytes) {
            throw WireException.tooLarge("the body, in bytes,", limitBytes);
        }
        return body;
    }
}
