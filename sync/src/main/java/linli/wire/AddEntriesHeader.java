package linli.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import linli.log.Limits;
import linli.log.StrictText;

/**
 * What stands before the packages of add-entries (tlog-mirror): which log, which of its entries, and the mirror's ticket.
 *
 * <p>A client that knows nothing of the mirror asks with 0 for both, and without packages.
 *
 * @param origin of the log
 * @param start index of the first entry that is sent
 * @param end the tree size that the packages are proven against; a checkpoint of this size must be pending
 * @param ticket what the mirror's last {@link MirrorInfo} said, or {@link Ticket#NONE}
 */
public record AddEntriesHeader(String origin, long start, long end, Ticket ticket) {
    public AddEntriesHeader {
        WireException.reading("add-entries", () -> StrictText.name(origin));
        if (start < 0 || start > end || end > Limits.LOG_ENTRIES) {
            throw WireException.malformed("add-entries is from an entry up to a size of the log, not below it");
        }
    }

    /**
     * The header at the front of a body. Not one byte behind it is taken off the stream.
     *
     * @throws WireException MALFORMED, TRUNCATED or TOO_LARGE
     * @throws IOException when the stream breaks
     */
    public static AddEntriesHeader readFrom(InputStream body) throws IOException {
        BodyInput input = new BodyInput(body);
        byte[] origin = input.bytes(bounded("the origin, in bytes,", input.u16(), Limits.NAME_BYTES));
        long start = input.u63();
        long end = input.u63();
        byte[] ticket = input.bytes(bounded("the ticket, in bytes,", input.u16(), WireLimits.TICKET_BYTES));
        String name = WireException.reading("add-entries", () -> StrictText.utf8(origin));
        return new AddEntriesHeader(name, start, end, Ticket.of(ticket));
    }

    public byte[] toBytes() {
        byte[] name = StrictText.utf8(origin);
        byte[] handedBack = ticket.toBytes();
        return ByteBuffer.allocate(2 * Short.BYTES + 2 * Long.BYTES + name.length + handedBack.length)
                .putShort((short) name.length)
                .put(name)
                .putLong(start)
                .putLong(end)
                .putShort((short) handedBack.length)
                .put(handedBack)
                .array();
    }

    private static int bounded(String what, int length, int limit) {
        if (length > limit) {
            throw WireException.tooLarge(what, limit);
        }
        return length;
    }
}
