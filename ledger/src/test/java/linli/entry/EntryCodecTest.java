package linli.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import linli.entry.VolunteeringEvent.ActivityClosed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back, and what is not exactly what would be written is refused, each mistake under its code. */
class EntryCodecTest {
    private static final byte[] VERSION = Raw.field("v", Raw.number(1));
    private static final byte[] TYPE = Raw.field("t", Raw.text("ActivityClosed"));
    private static final byte[] AT = Raw.field("at", Raw.number(1_700_000_000));
    private static final byte[] BY = Raw.field("by", Raw.text("wang"));
    private static final byte[] REQUEST = Raw.field("req", Raw.bytes(new byte[16]));
    private static final byte[] ACTIVITY = Raw.field("activity", Raw.array(Raw.number(12), Raw.number(4812)));

    private static Stream<Class<? extends Record>> catalogue() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyEventReadsBackAsItWasWritten(Class<? extends Record> event) {
        long seed = System.nanoTime();
        System.out.println("round trips of " + event.getSimpleName() + ", seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            assertRoundTrip(Samples.random(event, random));
        }
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyEventFitsAnEntryAtItsLargest(Class<? extends Record> event) {
        assertRoundTrip(Samples.largest(event));
    }

    private static void assertRoundTrip(Entry entry) {
        byte[] bytes = Samples.signed(entry);
        Entry read = EntryCodec.decode(bytes);
        assertEquals(entry, read);
        assertArrayEquals(bytes, Samples.signed(read));
    }

    @Test
    void theBytesAreTheOnesOfTheFormat() {
        Entry entry = EntryCodec.decode(Raw.entry(payload()));
        assertEquals(new ActivityClosed(new EntryId(12, 4812), null, null), entry.event());
        assertArrayEquals(payload(), CoseSign1.parse(Samples.signed(entry)).payload());
    }

    @Test
    void eventOfAnUnknownTypeIsKeptWhateverItHolds() {
        byte[] bytes = Raw.entry(Raw.map(
                VERSION,
                Raw.field("t", Raw.text("BallotCast")),
                AT,
                BY,
                REQUEST,
                Raw.field("choices", Raw.array(Raw.number(1), Raw.hex("fb 3ff8000000000000"), Raw.NULL))));
        assertEquals(new Event.Unknown("BallotCast"), EntryCodec.decode(bytes).event());
    }

    private static Stream<Arguments> malformed() {
        return Stream.concat(envelopes(), payloads());
    }

    private static Stream<Arguments> envelopes() {
        byte[] good = Raw.entry(payload());
        byte[] content = Raw.bytes(payload());
        byte[] signature = Raw.bytes(new byte[64]);
        byte[] sixtyFour = new byte[64];
        return Stream.of(
                row(Malformed.OVERSIZE, "more than 16 KiB", new byte[EntryCodec.MAX_BYTES + 1]),
                row(Malformed.NOT_COSE, "nothing", new byte[0]),
                row(Malformed.NOT_COSE, "without its tag", Raw.hex("84"), good, 2),
                row(Malformed.NOT_COSE, "another tag", Raw.hex("d1"), good, 1),
                row(Malformed.NOT_COSE, "tag in two bytes", Raw.hex("d8 12"), good, 1),
                row(
                        Malformed.NOT_COSE,
                        "unprotected header with a key id",
                        envelope("a1 04 41 01", content, signature)),
                row(Malformed.NOT_COSE, "empty map in two bytes", envelope("b8 00", content, signature)),
                row(Malformed.NOT_COSE, "algorithm ES256", Raw.hex("d2 84 49 a2 01 26"), good, 6),
                row(Malformed.NOT_COSE, "key id of five bytes", Raw.hex("d2 84 4a a2 01 27 04 45 00"), good, 8),
                row(Malformed.NOT_COSE, "key id of three bytes", Raw.hex("d2 84 48 a2 01 27 04 43"), good, 9),
                row(Malformed.NOT_COSE, "no key id", Raw.hex("d2 84 43 a1 01 27"), good, 12),
                row(
                        Malformed.NOT_COSE,
                        "payload length not minimal",
                        envelope("a0", Bytes.concat(Raw.head(2, payload().length, 2), payload()), signature)),
                row(
                        Malformed.NOT_COSE,
                        "payload of indefinite length",
                        envelope("a0", Bytes.concat(Raw.hex("5f"), content, Raw.hex("ff")), signature)),
                row(Malformed.NOT_COSE, "payload declared huge", envelope("a0", Raw.head(2, 1L << 40), signature)),
                row(Malformed.NOT_COSE, "no payload", envelope("a0", Raw.NULL, signature)),
                row(
                        Malformed.NOT_COSE,
                        "signature length not minimal",
                        envelope("a0", content, Bytes.concat(Raw.head(2, 64, 2), sixtyFour))),
                row(Malformed.NOT_COSE, "signature of 63 bytes", envelope("a0", content, Raw.bytes(new byte[63]))),
                row(Malformed.NOT_COSE, "something after the end", Bytes.concat(good, new byte[1])));
    }

    private static Stream<Arguments> payloads() {
        byte[] deep = Bytes.concat(Raw.hex("81".repeat(5_000)), Raw.number(1));
        byte[] other = Raw.field("t", Raw.text("BallotCast"));
        return Stream.of(
                payloadRow(Malformed.NOT_CBOR, "bytes that mean nothing", Raw.hex("1f")),
                payloadRow(Malformed.NOT_COSE, "empty", new byte[0]),
                payloadRow(Malformed.NOT_CBOR, "cut short", payload(), payload().length - 1),
                payloadRow(
                        Malformed.NOT_CBOR, "too deep", Raw.map(VERSION, other, AT, BY, REQUEST, Raw.field("x", deep))),
                payloadRow(
                        Malformed.NOT_CBOR,
                        "text that is not UTF-8",
                        with(Raw.field("by", Raw.hex("64 77 c3 28 67")), BY)),
                payloadRow(Malformed.NOT_CBOR, "text declared huge", with(Raw.field("by", Raw.head(3, 1L << 40)), BY)),
                payloadRow(
                        Malformed.NOT_CBOR,
                        "request declared huge",
                        with(Raw.field("req", Raw.head(2, 1L << 62)), REQUEST)),
                payloadRow(
                        Malformed.DUPLICATE_KEY,
                        "a field twice",
                        Raw.map(VERSION, TYPE, AT, BY, REQUEST, ACTIVITY, ACTIVITY)),
                payloadRow(
                        Malformed.DUPLICATE_KEY,
                        "a field of the head twice",
                        Raw.map(VERSION, TYPE, AT, BY, REQUEST, BY)),
                payloadRow(
                        Malformed.TRAILING_BYTES,
                        "something after the payload",
                        Bytes.concat(payload(), Raw.number(0))),
                payloadRow(
                        Malformed.TRAILING_BYTES,
                        "something after a payload of unknown type",
                        Bytes.concat(Raw.map(VERSION, other, AT, BY, REQUEST), Raw.number(0))),
                payloadRow(Malformed.WRONG_TYPE, "an array", Raw.array(Raw.number(1))),
                payloadRow(Malformed.WRONG_TYPE, "version as text", with(Raw.field("v", Raw.text("1")), VERSION)),
                payloadRow(
                        Malformed.WRONG_TYPE,
                        "time as a float",
                        with(Raw.field("at", Raw.hex("fb 41d954fc40000000")), AT)),
                payloadRow(Malformed.WRONG_TYPE, "actor as bytes", with(Raw.field("by", Raw.bytes(new byte[4])), BY)),
                payloadRow(
                        Malformed.WRONG_TYPE,
                        "request as text",
                        with(Raw.field("req", Raw.text("x".repeat(16))), REQUEST)),
                payloadRow(
                        Malformed.WRONG_TYPE,
                        "entry id as text",
                        with(Raw.field("activity", Raw.text("12-4812")), ACTIVITY)),
                payloadRow(
                        Malformed.WRONG_TYPE,
                        "entry id of three parts",
                        with(Raw.field("activity", Raw.array(Raw.number(1), Raw.number(2), Raw.number(3))), ACTIVITY)),
                payloadRow(
                        Malformed.WRONG_TYPE,
                        "entry id of one part",
                        with(Raw.field("activity", Raw.array(Raw.number(1))), ACTIVITY)),
                payloadRow(
                        Malformed.WRONG_TYPE, "required field null", with(Raw.field("activity", Raw.NULL), ACTIVITY)),
                payloadRow(Malformed.WRONG_TYPE, "optional field null", opened(Raw.field("firstDay", Raw.NULL))),
                payloadRow(Malformed.MISSING_FIELD, "without a field", Raw.map(VERSION, TYPE, AT, BY, REQUEST)),
                payloadRow(Malformed.MISSING_FIELD, "without its time", Raw.map(VERSION, TYPE, BY, REQUEST, ACTIVITY)),
                payloadRow(
                        Malformed.MISSING_FIELD, "head reordered", Raw.map(TYPE, VERSION, AT, BY, REQUEST, ACTIVITY)),
                payloadRow(Malformed.MISSING_FIELD, "an empty map", Raw.map()),
                payloadRow(
                        Malformed.UNKNOWN_FIELD,
                        "a field more",
                        Raw.map(VERSION, TYPE, AT, BY, REQUEST, ACTIVITY, Raw.field("why", Raw.text("rain")))),
                payloadRow(
                        Malformed.UNKNOWN_FIELD,
                        "another field instead",
                        Raw.map(VERSION, TYPE, AT, BY, REQUEST, Raw.field("why", Raw.text("rain")))),
                payloadRow(
                        Malformed.UNKNOWN_FIELD,
                        "optional fields reordered",
                        opened(Raw.field("lastDay", Raw.number(9)), Raw.field("firstDay", Raw.number(9)))),
                payloadRow(
                        Malformed.NOT_CANONICAL,
                        "number not minimal",
                        with(Raw.field("v", Raw.head(0, 1, 1)), VERSION)),
                payloadRow(
                        Malformed.NOT_CANONICAL,
                        "length of a text not minimal",
                        with(Raw.field("by", Bytes.concat(Raw.head(3, 4, 2), Raw.hex("77616e67"))), BY)),
                payloadRow(
                        Malformed.NOT_CANONICAL,
                        "length of a name not minimal",
                        with(Bytes.concat(Raw.head(3, 2, 1), Raw.hex("6279"), Raw.text("wang")), BY)),
                payloadRow(
                        Malformed.NOT_CANONICAL,
                        "text in pieces",
                        with(Raw.field("by", Raw.hex("7f 62 7761 62 6e67 ff")), BY)),
                payloadRow(
                        Malformed.NOT_CANONICAL,
                        "map of indefinite length",
                        Bytes.concat(Raw.hex("bf"), VERSION, TYPE, AT, BY, REQUEST, ACTIVITY, Raw.hex("ff"))),
                payloadRow(
                        Malformed.NOT_CANONICAL,
                        "array of indefinite length",
                        with(
                                Raw.field(
                                        "activity",
                                        Bytes.concat(Raw.hex("9f"), Raw.number(12), Raw.number(4812), Raw.hex("ff"))),
                                ACTIVITY)),
                payloadRow(
                        Malformed.NOT_CANONICAL,
                        "a tag on a value",
                        with(Raw.field("at", Bytes.concat(Raw.hex("c1"), Raw.number(1_700_000_000))), AT)),
                payloadRow(
                        Malformed.NOT_CANONICAL,
                        "volunteer number in full-width digits",
                        with(Raw.field("by", Raw.text(fullWidth())), BY)),
                payloadRow(Malformed.OUT_OF_RANGE, "64 bits", with(Raw.field("at", Raw.head(0, -1, 8)), AT)),
                payloadRow(
                        Malformed.OUT_OF_RANGE,
                        "64 bits in a field",
                        with(Raw.field("activity", Raw.array(Raw.number(1), Raw.head(0, -1, 8))), ACTIVITY)),
                payloadRow(Malformed.OUT_OF_RANGE, "a bignum", with(Raw.field("at", Raw.hex("c2 41 01")), AT)),
                payloadRow(Malformed.OUT_OF_RANGE, "time below zero", with(Raw.field("at", Raw.head(1, 0)), AT)),
                payloadRow(
                        Malformed.OUT_OF_RANGE,
                        "time beyond calendars",
                        with(Raw.field("at", Raw.number(1L << 40)), AT)),
                payloadRow(Malformed.OUT_OF_RANGE, "no such actor", with(Raw.field("by", Raw.text("Wang!")), BY)),
                payloadRow(
                        Malformed.OUT_OF_RANGE,
                        "request of 15 bytes",
                        with(Raw.field("req", Raw.bytes(new byte[15])), REQUEST)),
                payloadRow(
                        Malformed.OUT_OF_RANGE,
                        "a day of no calendar",
                        opened(Raw.field("firstDay", Raw.number(1L << 50)))),
                payloadRow(Malformed.UNKNOWN_VERSION, "version 2", with(Raw.field("v", Raw.number(2)), VERSION)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("malformed")
    void everyMistakeHasItsCode(Malformed code, String name, byte[] bytes) {
        EntryException refusal = assertThrows(EntryException.class, () -> EntryCodec.decode(bytes), name);
        assertEquals(code, refusal.code(), refusal.getMessage());
    }

    @Test
    void theTableHasARowForEveryCode() {
        Set<Object> shown = new TreeSet<>();
        malformed().forEach(row -> shown.add(row.get()[0]));
        assertEquals(List.of(Malformed.values()), List.copyOf(shown));
        assertTrue(malformed().count() > 50);
    }

    private static byte[] payload() {
        return Raw.map(VERSION, TYPE, AT, BY, REQUEST, ACTIVITY);
    }

    /** The payload with one field in place of another. */
    private static byte[] with(byte[] field, byte[] instead) {
        return Raw.map(Stream.of(VERSION, TYPE, AT, BY, REQUEST, ACTIVITY)
                .map(known -> known == instead ? field : known)
                .toArray(byte[][]::new));
    }

    private static byte[] opened(byte[]... optional) {
        Stream<byte[]> required = Stream.of(
                VERSION,
                Raw.field("t", Raw.text("ActivityOpened")),
                AT,
                BY,
                REQUEST,
                Raw.field("name", Raw.text("敬老")),
                Raw.field("place", Raw.text("和平")),
                Raw.field("category", Raw.text("service")));
        return Raw.map(Stream.concat(required, Stream.of(optional)).toArray(byte[][]::new));
    }

    private static String fullWidth() {
        String half = new VolunteerNo(new EntryId(12, 4812)).toString();
        return half.replace('1', '１');
    }

    private static byte[] envelope(String unprotected, byte[] payload, byte[] signature) {
        return Bytes.concat(Raw.hex("d2 84 49 a2 01 27 04 44 01020304" + unprotected), payload, signature);
    }

    private static Arguments row(Malformed code, String name, byte[] bytes) {
        return Arguments.of(code, name, bytes);
    }

    /** A good entry with its first bytes replaced. */
    private static Arguments row(Malformed code, String name, byte[] start, byte[] good, int from) {
        return row(code, name, Bytes.concat(start, Arrays.copyOfRange(good, from, good.length)));
    }

    private static Arguments payloadRow(Malformed code, String name, byte[] payload) {
        return row(code, name, Raw.entry(payload));
    }

    private static Arguments payloadRow(Malformed code, String name, byte[] payload, int length) {
        return payloadRow(code, name, Arrays.copyOf(payload, length));
    }
}
