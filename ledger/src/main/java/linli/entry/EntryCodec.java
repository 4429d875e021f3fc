package linli.entry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.primitives.Ints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import linli.log.SigningKey;
import linli.log.Vkey;

/**
 * The exact bytes of entries: a COSE_Sign1 around a CBOR map {@code {v, t, at, by, req, …}}.
 *
 * <p>Decoding is strict. A value has one encoding, and bytes that are not exactly it are refused with a {@link Malformed} code;
 * so two entries that say the same under the same signature cannot exist. Decoding does not check the signature: within a
 * log that the tree vouches for, only audits and receipts need it, and {@link #verify} does it.
 */
public final class EntryCodec {
    /** Largest entry in bytes, envelope and all. */
    public static final int MAX_BYTES = 16 * 1024;
    /** Version of the payload format that this class writes, and the only one that it reads. */
    public static final int VERSION = 1;

    private static final int HEADER_FIELDS = 5;

    private EntryCodec() {}

    /**
     * Signs the entry for one place in one log, and returns the bytes that go there.
     *
     * @param log the key's public half, named like the log's origin
     */
    public static byte[] sign(Entry entry, SigningKey key, Vkey log, long index) {
        byte[] payload = payload(entry);
        byte[] keyId = Ints.toByteArray(log.keyId());
        byte[] signature = key.sign(CoseSign1.toBeSigned(keyId, payload, log.name(), index));
        return bounded(CoseSign1.encode(keyId, payload, signature));
    }

    /** Whether these bytes are signed with the log's key for this place; false also for bytes that are no entry at all. */
    public static boolean verify(byte[] bytes, Vkey log, long index) {
        try {
            CoseSign1 cose = envelope(bytes);
            byte[] signed = CoseSign1.toBeSigned(cose.keyId(), cose.payload(), log.name(), index);
            return Ints.fromByteArray(cose.keyId()) == log.keyId() && log.key().verify(signed, cose.signature());
        } catch (EntryException e) {
            return false;
        }
    }

    /**
     * What the bytes say.
     *
     * @throws EntryException with the code of the first thing wrong
     */
    public static Entry decode(byte[] bytes) {
        byte[] payload = envelope(bytes).payload();
        try {
            return read(payload);
        } catch (JsonProcessingException e) {
            boolean duplicate =
                    Objects.requireNonNullElse(e.getOriginalMessage(), "").startsWith("Duplicate field");
            throw (duplicate ? Malformed.DUPLICATE_KEY : Malformed.NOT_CBOR)
                    .because("payload is not CBOR in Linli's form");
        } catch (IOException | ArithmeticException e) {
            throw Malformed.NOT_CBOR.because("payload ends early or is not CBOR");
        }
    }

    private static CoseSign1 envelope(byte[] bytes) {
        return CoseSign1.parse(bounded(bytes));
    }

    private static byte[] bounded(byte[] bytes) {
        Malformed.OVERSIZE.unless(
                bytes.length <= MAX_BYTES, "an entry of %s bytes; at most %s", bytes.length, MAX_BYTES);
        return bytes;
    }

    private static Entry read(byte[] payload) throws IOException {
        try (JsonParser in = Cbor.FACTORY.createParser(payload)) {
            in.nextToken();
            FieldType.expect("payload", "a map", in, JsonToken.START_OBJECT);
            in.nextToken();
            readVersion(in);
            String type = readText(in, "t");
            long at = readNumber(in, "at");
            Actor by = Actor.parse(readText(in, "by"));
            next(in, "req");
            RequestId request = readRequest(in);
            in.nextToken();
            Event event = EventTypes.read(type, in);
            Malformed.TRAILING_BYTES.unless(
                    in.currentLocation().getByteOffset() == payload.length, "something follows the end of the payload");
            Entry entry = new Entry(at, by, request, event);
            boolean known = !(event instanceof Event.Unknown);
            Malformed.NOT_CANONICAL.unless(
                    !known || Arrays.equals(payload(entry), payload),
                    "the payload says the right thing in other bytes");
            return entry;
        }
    }

    private static void readVersion(JsonParser in) throws IOException {
        long version = readNumber(in, "v");
        Malformed.UNKNOWN_VERSION.unless(
                version == VERSION,
                "entry of version %s; this Linli reads version %s and must be updated",
                version,
                VERSION);
    }

    private static RequestId readRequest(JsonParser in) throws IOException {
        byte[] bytes = FieldType.bytes("req", in);
        Malformed.OUT_OF_RANGE.unless(
                bytes.length == RequestId.SIZE_BYTES, "req has %s bytes, not %s", bytes.length, RequestId.SIZE_BYTES);
        return RequestId.of(bytes);
    }

    private static String readText(JsonParser in, String field) throws IOException {
        next(in, field);
        FieldType.expect(field, "a text", in, JsonToken.VALUE_STRING);
        String text = in.getText();
        in.nextToken();
        return text;
    }

    private static long readNumber(JsonParser in, String field) throws IOException {
        next(in, field);
        FieldType.expect(field, "a whole number", in, JsonToken.VALUE_NUMBER_INT);
        Malformed.OUT_OF_RANGE.unless(
                in.getNumberType() != JsonParser.NumberType.BIG_INTEGER, "%s has more than 63 bits", field);
        long number = in.getLongValue();
        in.nextToken();
        return number;
    }

    /** Moves from the name of {@code field} to its value. */
    private static void next(JsonParser in, String field) throws IOException {
        Malformed.MISSING_FIELD.unless(
                in.currentToken() == JsonToken.FIELD_NAME && field.equals(in.currentName()),
                "the payload begins with v, t, at, by and req; %s is not in its place",
                field);
        in.nextToken();
    }

    /** The bytes of what an entry says, without envelope; {@code at} and all. */
    private static byte[] payload(Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = Cbor.FACTORY.createGenerator(bytes)) {
            Event event = entry.event();
            out.writeStartObject(event, HEADER_FIELDS + EventTypes.presentFields(event));
            writeNumber(out, "v", VERSION);
            writeText(out, "t", EventTypes.nameOf(event));
            writeNumber(out, "at", entry.atSeconds());
            writeText(out, "by", entry.by().written());
            out.writeFieldName("req");
            out.writeBinary(entry.request().toBytes());
            EventTypes.write(event, out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void writeNumber(JsonGenerator out, String field, long number) throws IOException {
        out.writeFieldName(field);
        out.writeNumber(number);
    }

    private static void writeText(JsonGenerator out, String field, String text) throws IOException {
        out.writeFieldName(field);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeUTF8String(utf8, 0, utf8.length);
    }
}
