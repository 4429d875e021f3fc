package linli.mirror;

import java.nio.charset.StandardCharsets;

/** A node's answer to a message, as HTTP would carry it. */
public final class Reply {
    private final int status;
    private final String mediaType;
    private final byte[] body;

    /**
     * @param status as the specification of the message names it; 200 when all is well
     * @param mediaType of the body, from {@link linli.wire.MediaTypes}
     * @param body not longer than {@link linli.wire.WireLimits} allows for its kind; not copied
     */
    public Reply(int status, String mediaType, byte[] body) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
    }

    /** A refusal with a sentence for whoever looks into it. */
    public static Reply refusal(int status, String sentence) {
        return new Reply(status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public int status() {
        return status;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return status + " " + mediaType + ", " + body.length + " bytes";
    }
}
