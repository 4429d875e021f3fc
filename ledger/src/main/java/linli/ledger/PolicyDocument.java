package linli.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Policies as JSON, which a county writes by hand: read strictly, each mistake named with its line. */
final class PolicyDocument {
    /** Parsing is pure, and replaying a log asks for the same few documents a million times. */
    private static final Cache<String, Policy> PARSED =
            CacheBuilder.newBuilder().maximumSize(16).build();

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private PolicyDocument() {}

    /**
     * Reads a policy document.
     *
     * @throws IllegalArgumentException with a sentence that names the mistake
     */
    static Policy parse(String document) {
        Policy known = PARSED.getIfPresent(document);
        if (known != null) {
            return known;
        }
        try {
            Policy policy = JSON.readValue(document, Policy.class);
            if (policy == null) {
                // The JSON word null is a document, but no policy.
                throw new IllegalArgumentException("policy, line 1: there is nothing in it");
            }
            PARSED.put(document, policy);
            return policy;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalArgumentException("policy, line " + line + ": " + mistake(e), e);
        }
    }

    private static String mistake(JsonProcessingException e) {
        if (e.getCause() instanceof IllegalArgumentException broken) {
            return String.valueOf(broken.getMessage());
        } else if (e instanceof UnrecognizedPropertyException unknown) {
            return "a policy has no " + where(unknown);
        } else if (e instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return where(mapping) + " is missing, or of another kind than it should be";
        }
        return "this is not JSON as a policy is written: " + e.getOriginalMessage();
    }

    /** The path to the mistake, such as {@code categories.2.code}. */
    private static String where(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    static String defaultDocument() {
        try {
            return Resources.toString(
                    Resources.getResource(Policy.class, "default-policy.json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the default policy is part of the program", e);
        }
    }
}
