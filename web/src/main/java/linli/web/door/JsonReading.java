package linli.web.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import linli.entry.Texts;
import org.jspecify.annotations.Nullable;

/** Reads JSON into records and says what is wrong with it by the name of the field, without a word of what was in it. */
final class JsonReading {
    private JsonReading() {}

    static <T extends Record> T read(byte[] body, Class<T> type) {
        JsonNode tree = tree(body);
        requireFields("", tree, type);
        try {
            return Json.MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                // The value itself said what is wrong with it.
                throw refused;
            }
            throw Problem.BAD_REQUEST.because("“" + where(e) + "” is of another kind than it should be.");
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
    }

    private static void requireFields(String outer, JsonNode tree, Class<?> type) {
        if (!tree.isObject()) {
            throw Problem.BAD_REQUEST.because(
                    (outer.isEmpty() ? "The body" : "“" + outer + "”") + " is not an object.");
        }
        String path = outer.isEmpty() ? "" : outer + ".";
        Set<String> left = new TreeSet<>();
        tree.fieldNames().forEachRemaining(left::add);
        for (RecordComponent field : type.getRecordComponents()) {
            String name = path + field.getName();
            JsonNode value = tree.path(field.getName());
            boolean absent = value.isMissingNode() || value.isNull();
            if (absent && !isOptional(field)) {
                throw Problem.BAD_REQUEST.because("“" + name + "” is missing.");
            }
            if (!absent && isObject(field.getType())) {
                requireFields(name, value, field.getType());
            }
            requireElements(name, value, field.getGenericType());
            left.remove(field.getName());
        }
        if (!left.isEmpty()) {
            throw Problem.BAD_REQUEST.because(
                    "There is no field “" + Texts.shown(path + left.iterator().next()) + "” here.");
        }
    }

    /** Nothing in a list is absent, and what has fields of its own has all of them. */
    private static void requireElements(String name, JsonNode list, Type type) {
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            String element = name + "." + i;
            if (list.get(i).isNull()) {
                throw Problem.BAD_REQUEST.because("“" + element + "” is missing.");
            }
            if (type instanceof ParameterizedType listOf
                    && listOf.getActualTypeArguments()[0] instanceof Class<?> item
                    && isObject(item)) {
                requireFields(element, list.get(i), item);
            }
        }
    }

    private static boolean isObject(Class<?> type) {
        return type.isRecord() && !isText(type);
    }

    private static boolean isOptional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Records of the field that are one word in JSON. */
    private static boolean isText(Class<?> type) {
        return type.getPackageName().equals("linli.entry");
    }

    /** The path to the mistake, such as {@code records.2}. */
    private static String where(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
    }
}
