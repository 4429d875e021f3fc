package linli.wire;

import linli.log.StrictText;

/** The body of a 409 answer to add-checkpoint (tlog-witness): the size last cosigned, in place of the one assumed. */
public record TreeSize(long size) {
    public TreeSize {
        if (size < 0) {
            throw WireException.malformed("a log has no negative size");
        }
    }

    /**
     * The message in these bytes.
     *
     * @throws WireException MALFORMED or TOO_LARGE
     */
    public static TreeSize ofBytes(byte[] body) {
        return WireException.reading("tree size", () -> {
            String line = BodyText.of(body, WireLimits.TREE_SIZE_BYTES);
            if (!line.endsWith("\n")) {
                throw WireException.malformed("a tree size is a line");
            }
            return new TreeSize(StrictText.decimal(line.substring(0, line.length() - 1)));
        });
    }

    public byte[] toBytes() {
        return BodyText.ofLines(Long.toString(size));
    }
}
