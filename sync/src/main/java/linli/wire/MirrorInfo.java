package linli.wire;

import java.util.List;
import linli.log.StrictText;

/**
 * The body of a 409 or 202 answer to add-entries (tlog-mirror): how to go on.
 *
 * @param usableSize a tree size that the mirror will take as the end of an upload
 * @param nextEntry the index of the first entry that the mirror does not hold
 * @param ticket to be handed back with the next request
 */
public record MirrorInfo(long usableSize, long nextEntry, Ticket ticket) {
    private static final int LINES = 3;

    public MirrorInfo {
        if (usableSize < 0 || nextEntry < 0) {
            throw WireException.malformed("a mirror has no negative size and no negative next entry");
        }
    }

    /**
     * The message in these bytes.
     *
     * @throws WireException MALFORMED or TOO_LARGE
     */
    public static MirrorInfo ofBytes(byte[] body) {
        return WireException.reading("mirror info", () -> {
            List<String> lines = BodyText.lines(BodyText.of(body, WireLimits.MIRROR_INFO_BYTES));
            if (lines.size() != LINES) {
                throw WireException.malformed("mirror info is a size, the next entry and a ticket");
            }
            return new MirrorInfo(
                    StrictText.decimal(lines.get(0)), StrictText.decimal(lines.get(1)), Ticket.ofBase64(lines.get(2)));
        });
    }

    public byte[] toBytes() {
        return BodyText.ofLines(Long.toString(usableSize), Long.toString(nextEntry), ticket.toBase64());
    }
}
