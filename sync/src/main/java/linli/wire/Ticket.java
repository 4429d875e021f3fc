package linli.wire;

import java.util.Arrays;
import linli.log.StrictText;

/**
 * Some bytes that a mirror hands out in its {@link MirrorInfo}, to be handed back with the next entries (tlog-mirror). Only
 * the mirror that made them understands them, and it must not believe them unchecked.
 */
public final class Ticket {
    /** The empty ticket, of a client that was given none and of a mirror that needs none. */
    public static final Ticket NONE = new Ticket(new byte[0]);

    private final byte[] bytes;

    private Ticket(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A ticket of these bytes; above {@link WireLimits#TICKET_BYTES} it is a {@link WireException} TOO_LARGE. */
    public static Ticket of(byte[] bytes) {
        if (bytes.length > WireLimits.TICKET_BYTES) {
            throw WireException.tooLarge("the ticket, in bytes,", WireLimits.TICKET_BYTES);
        }
        return new Ticket(bytes.clone());
    }

    static Ticket ofBase64(String text) {
        return of(StrictText.base64(text));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    String toBase64() {
        return StrictText.base64(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ticket ticket && Arrays.equals(bytes, ticket.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ticket of " + bytes.length + " bytes";
    }
}
