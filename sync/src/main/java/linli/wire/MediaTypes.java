package linli.wire;

/** The media types under which the messages travel. */
public final class MediaTypes {
    /** Notes, cosignature lines, add-checkpoint bodies and proofs. */
    public static final String TEXT = "text/plain; charset=utf-8";

    /** add-entries bodies, entry bundles and hash tiles. */
    public static final String OCTETS = "application/octet-stream";

    /** The body of a 409 answer to add-checkpoint (tlog-witness). */
    public static final String TREE_SIZE = "text/x.tlog.size";

    /** The body of a 409 or 202 answer to add-entries (tlog-mirror). */
    public static final String MIRROR_INFO = "text/x.tlog.mirror-info";

    /** The list of logs. */
    public static final String LOG_LIST = "application/json";

    private MediaTypes() {}
}
