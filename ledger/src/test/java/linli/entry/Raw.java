package linli.entry;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Longs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** CBOR written by hand, head by head, so that tests can write what the codec never would. */
final class Raw {
    static final byte[] NULL = hex("f6");

    private Raw() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] head(int major, long number) {
        int extra = number < 24 ? 0 : number < 1L << 8 ? 1 : number < 1L << 16 ? 2 : number < 1L << 32 ? 4 : 8;
        return head(major, number, extra);
    }

    /** A head with the number in so many extra bytes, whether it needs them or not. */
    static byte[] head(int major, long number, int extra) {
        int low = extra == 0 ? (int) number : 24 + Integer.numberOfTrailingZeros(extra);
        byte[] all = Longs.toByteArray(number);
        return Bytes.concat(new byte[] {(byte) (major << 5 | low)}, Arrays.copyOfRange(all, 8 - extra, 8));
    }

    static byte[] number(long number) {
        return head(0, number);
    }

    static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Bytes.concat(head(3, utf8.length), utf8);
    }

    static byte[] bytes(byte[] bytes) {
        return Bytes.concat(head(2, bytes.length), bytes);
    }

    static byte[] array(byte[]... items) {
        return Bytes.concat(head(4, items.length), Bytes.concat(items));
    }

    static byte[] field(String name, byte[] value) {
        return Bytes.concat(text(name), value);
    }

    static byte[] map(byte[]... fields) {
        return Bytes.concat(head(5, fields.length), Bytes.concat(fields));
    }

    /** The envelope around a payload, with a signature that nobody made. */
    static byte[] entry(byte[] payload) {
        return Bytes.concat(hex("d2 84 49 a2 01 27 04 44 01020304 a0"), bytes(payload), hex("58 40"), new byte[64]);
    }
}
