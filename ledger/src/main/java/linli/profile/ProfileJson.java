package linli.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The JSON of profiles: UTF-8, no spaces, fields in a fixed order, absent fields left out, so that one profile has one
 * text. Reading is strict: an unknown, repeated or mistyped field, or anything after the end, is refused.
 */
final class ProfileJson {
    private static final String SALT = "salt";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new IsoDate()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private ProfileJson() {}

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile is always writable", e);
        }
    }

    /** The value, or empty if these bytes are not one. Why is not said: Jackson's reasons quote what they read. */
    static <T> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** An envelope as {@code {"salt":…,"<name>":…}}. */
    static byte[] write(String name, Envelope<?> envelope) {
        ObjectNode node = MAPPER.createObjectNode();
        node.set(SALT, MAPPER.valueToTree(envelope.salt()));
        node.set(name, MAPPER.valueToTree(envelope.content()));
        return write(node);
    }

    /** The envelope, or empty if these bytes are not one of that name. */
    static <T> Optional<Envelope<T>> read(String name, byte[] json, Class<T> type) {
        return read(json, ObjectNode.class)
                .filter(node -> node.size() == 2 && node.has(SALT) && node.has(name))
                .flatMap(node -> part(node, SALT, Salt.class)
                        .flatMap(salt -> part(node, name, type).map(content -> new Envelope<>(salt, content))));
    }

    private static <T> Optional<T> part(ObjectNode node, String name, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.treeToValue(node.get(name), type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static final class IsoDate extends FromStringDeserializer<LocalDate> {
        IsoDate() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, LocalDate.class, "not a day");
            }
        }
    }
}
