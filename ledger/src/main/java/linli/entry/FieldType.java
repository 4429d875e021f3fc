package linli.entry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linli.log.Hash;

/** How one type of value stands in CBOR. Every value has exactly one encoding. */
abstract class FieldType {
    private static final int MAX_LIST = 4096;
    /** Days that fit a {@link LocalDate} written with four digits: the years 1 to 9999. */
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();

    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    abstract void write(Object value, JsonGenerator out) throws IOException;

    /** Reads the value that {@code in} stands on, and leaves {@code in} on its last token. */
    abstract Object read(String field, JsonParser in) throws IOException;

    static FieldType of(Type type, MethodHandles.Lookup lookup) {
        if (type == long.class || type == Long.class) {
            return LONG;
        } else if (type == int.class || type == Integer.class) {
            return INT;
        } else if (type == boolean.class) {
            return BOOLEAN;
        } else if (type == String.class) {
            return TEXT;
        } else if (type == Hash.class) {
            return HASH;
        } else if (type == SignedEntry.class) {
            return SIGNED_ENTRY;
        } else if (type == LocalDate.class) {
            return DAY;
        } else if (type == EntryId.class) {
            return ENTRY;
        } else if (type == VolunteerNo.class) {
            return VOLUNTEER;
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return listOf(of(list.getActualTypeArguments()[0], lookup));
        } else if (type instanceof Class<?> named && named.isEnum()) {
            return enumOf(named);
        } else if (type instanceof Class<?> named && named.isRecord()) {
            return recordOf(named.asSubclass(Record.class), lookup);
        }
        throw new IllegalStateException("no CBOR form for " + type);
    }

    private static final FieldType LONG = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            out.writeNumber((Long) value);
        }

        @Override
        Object read(String field, JsonParser in) throws IOException {
            expect(field, "a whole number", in, JsonToken.VALUE_NUMBER_INT);
            if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                BigInteger big = in.getBigIntegerValue();
                throw Malformed.OUT_OF_RANGE.because(
                        "%s is %s bits long; at most 63 are allowed", field, big.bitLength());
            }
            return in.getLongValue();
        }
    };

    private static final FieldType INT = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            out.writeNumber((Integer) value);
        }

        @Override
        Object read(String field, JsonParser in) throws IOException {
            long value = (Long) LONG.read(field, in);
            Malformed.OUT_OF_RANGE.unless(value == (int) value, "%s is %s", field, value);
            return (int) value;
        }
    };

    private static final FieldType BOOLEAN = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            out.writeBoolean((Boolean) value);
        }

        @Override
        Object read(String field, JsonParser in) {
            Malformed.WRONG_TYPE.unless(in.currentToken().isBoolean(), "%s is true or false", field);
            return in.currentToken() == JsonToken.VALUE_TRUE;
        }
    };

    private static final FieldType TEXT = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            // As bytes, because only so is the length in front of a text always definite and minimal.
            byte[] utf8 = ((String) value).getBytes(StandardCharsets.UTF_8);
            out.writeUTF8String(utf8, 0, utf8.length);
        }

        @Override
        Object read(String field, JsonParser in) throws IOException {
            expect(field, "a text", in, JsonToken.VALUE_STRING);
            return in.getText();
        }
    };

    private static final FieldType HASH = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            out.writeBinary(((Hash) value).toBytes());
        }

        @Override
        Object read(String field, JsonParser in) throws IOException {
            byte[] bytes = bytes(field, in);
            Malformed.OUT_OF_RANGE.unless(
                    bytes.length == Hash.SIZE_BYTES, "%s has %s bytes, not %s", field, bytes.length, Hash.SIZE_BYTES);
            return Hash.of(bytes);
        }
    };

    private static final FieldType SIGNED_ENTRY = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            out.writeBinary(((SignedEntry) value).toBytes());
        }

        @Override
        Object read(String field, JsonParser in) throws IOException {
            return SignedEntry.of(bytes(field, in));
        }
    };

    /** A day is the number of days since 1970-01-01. */
    private static final FieldType DAY = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            out.writeNumber(((LocalDate) value).toEpochDay());
        }

        @Override
        Object read(String field, JsonParser in) throws IOException {
            long day = (Long) LONG.read(field, in);
            Malformed.OUT_OF_RANGE.unless(day >= FIRST_DAY && day <= LAST_DAY, "%s is day %s", field, day);
            return LocalDate.ofEpochDay(day);
        }
    };

    /** An entry id is an array of two numbers: branch and index. */
    private static final FieldType ENTRY = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            EntryId id = (EntryId) value;
            out.writeStartArray(id, 2);
            out.writeNumber(id.branch());
            out.writeNumber(id.index());
            out.writeEndArray();
        }

        @Override
        Object read(String field, JsonParser in) throws IOException {
            expect(field, "an entry id", in, JsonToken.START_ARRAY);
            in.nextToken();
            int branch = (Integer) INT.read(field, in);
            in.nextToken();
            long index = (Long) LONG.read(field, in);
            in.nextToken();
            expect(field, "an entry id", in, JsonToken.END_ARRAY);
            return new EntryId(branch, index);
        }
    };

    private static final FieldType VOLUNTEER = new FieldType() {
        @Override
        void write(Object value, JsonGenerator out) throws IOException {
            ENTRY.write(((VolunteerNo) value).entry(), out);
        }

        @Override
        Object read(String field, JsonParser in) throws IOException {
            return new VolunteerNo((EntryId) ENTRY.read(field, in));
        }
    };

    private static FieldType listOf(FieldType element) {
        return new FieldType() {
            @Override
            void write(Object value, JsonGenerator out) throws IOException {
                List<?> list = (List<?>) value;
                out.writeStartArray(list, list.size());
                for (Object item : list) {
                    element.write(item, out);
                }
                out.writeEndArray();
            }

            @Override
            Object read(String field, JsonParser in) throws IOException {
                expect(field, "a list", in, JsonToken.START_ARRAY);
                List<Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    Malformed.OUT_OF_RANGE.unless(list.size() < MAX_LIST, "%s has more than %s items", field, MAX_LIST);
                    list.add(element.read(field, in));
                }
                return list;
            }
        };
    }

    private static FieldType enumOf(Class<?> type) {
        return new FieldType() {
            @Override
            void write(Object value, JsonGenerator out) throws IOException {
                TEXT.write(((Enum<?>) value).name(), out);
            }

            @Override
            Object read(String field, JsonParser in) throws IOException {
                String name = (String) TEXT.read(field, in);
                for (Object constant : type.getEnumConstants()) {
                    if (((Enum<?>) constant).name().equals(name)) {
                        return constant;
                    }
                }
                throw Malformed.OUT_OF_RANGE.because("%s is none of the known words: “%s”", field, Texts.shown(name));
            }
        };
    }

    private static <R extends Record> FieldType recordOf(Class<R> type, MethodHandles.Lookup lookup) {
        RecordCodec<R> codec = RecordCodec.of(type, lookup);
        return new FieldType() {
            @Override
            void write(Object value, JsonGenerator out) throws IOException {
                codec.writeArray(type.cast(value), out);
            }

            @Override
            Object read(String field, JsonParser in) throws IOException {
                return codec.readArray(in);
            }
        };
    }

    static byte[] bytes(String field, JsonParser in) throws IOException {
        expect(field, "a byte string", in, JsonToken.VALUE_EMBEDDED_OBJECT);
        return in.getBinaryValue();
    }

    static void expect(String field, String what, JsonParser in, JsonToken token) {
        Malformed.WRONG_TYPE.unless(in.currentToken() == token, "%s is %s", field, what);
    }
}
