package linli.ledger;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.Event;
import linli.entry.RequestId;

/** Entries that stand in a log although this ledger would not have written them. */
final class Foreign {
    private static final long AT = FakeClock.seconds(TestLedger.TODAY, 23, 0);

    private Foreign() {}

    static byte[] signed(long index, Event event) {
        return EntryCodec.sign(
                new Entry(AT, Actor.NODE, RequestId.random(), event), TestLedger.KEY, TestLedger.VKEY, index);
    }

    /** An entry {v, t: "Ballot", at: 1, by: "node", req}, whose signature nobody asks for. */
    static byte[] unknown(long index, int version) {
        byte[] payload = Bytes.concat(
                new byte[] {(byte) 0xa5},
                field("v", (byte) version),
                field("t", (byte) 0x66),
                utf8("Ballot"),
                field("at", (byte) 1),
                field("by", (byte) 0x64),
                utf8("node"),
                field("req", (byte) 0x50),
                RequestId.derived("unknown", String.valueOf(index)).toBytes());
        byte[] head = {(byte) 0xd2, (byte) 0x84, 0x49, (byte) 0xa2, 0x01, 0x27, 0x04, 0x44, 1, 2, 3, 4, (byte) 0xa0};
        byte[] length = {0x58, (byte) payload.length};
        return Bytes.concat(head, length, payload, new byte[] {0x58, 0x40}, new byte[64]);
    }

    /** A name and the first byte of its value. */
    private static byte[] field(String name, byte value) {
        return Bytes.concat(new byte[] {(byte) (0x60 + name.length())}, utf8(name), new byte[] {value});
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
