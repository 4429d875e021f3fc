package linli.intake;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping as its YAML file says it: every part may be left out, but nothing unknown may stand there. */
record MappingFile(
        @Nullable String sheet,
        @Nullable Map<Field, String> columns,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> dates,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> times,

        @Nullable String zone,
        @Nullable Sites sites,
        @Nullable Activities activities,
        @Nullable Categories categories) {

    private static final int NO_LINE = 0;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    static Mapping read(Path file, ZoneId otherwise) {
        try {
            if (Files.size(file) > Limits.MAPPING_FILE_SIZE_BYTES) {
                throw new IntakeException(IntakeException.Code.TOO_LARGE, "A mapping file has at most 256 KiB.");
            }
            return parse(Files.readString(file)).toMapping(otherwise);
        } catch (NoSuchFileException e) {
            throw refused("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw refused("The mapping cannot be read as UTF-8 text: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw refused("Mapping: " + e.getMessage(), e);
        }
    }

    private static MappingFile parse(String yaml) {
        try {
            return YAML.readValue(yaml, MappingFile.class);
        } catch (JsonProcessingException e) {
            throw refused(placeOf(e, yaml) + messageOf(e), e);
        }
    }

    private Mapping toMapping(ZoneId otherwise) {
        return new Mapping(
                sheet,
                columns == null ? Map.of() : columns,
                dates == null ? Mapping.defaultDates() : Formats.of(dates, LocalDate::from),
                times == null ? Mapping.defaultTimes() : Formats.of(times, LocalTime::from),
                zone == null ? otherwise : zoneOf(zone),
                sites == null ? Sites.DEFAULT : sites,
                activities == null ? Activities.DEFAULT : activities,
                categories == null ? Categories.DEFAULT : categories);
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone \"" + name + "\" is not known. Write a time zone such as Asia/Shanghai.", e);
        }
    }

    private static IntakeException refused(String message, Exception cause) {
        return new IntakeException(IntakeException.Code.MAPPING, message, cause);
    }

    private static String placeOf(JsonProcessingException e, String yaml) {
        JsonLocation location = e.getLocation();
        int line = e instanceof PropertyBindingException unknown
                ? lineOf(unknown.getPropertyName(), yaml)
                : location == null ? NO_LINE : location.getLineNr();
        return line == NO_LINE ? "Mapping: " : "Mapping, line " + line + ": ";
    }

    /** Jackson tells of an unknown word only at the end of the part in which it stands. */
    private static int lineOf(String word, String yaml) {
        Predicate<String> hasKey = Pattern.compile("(^|[\\s{,\"'])" + Pattern.quote(word) + "[\"']?\\s*:")
                .asPredicate();
        List<String> lines = yaml.lines().toList();
        return 1 + Iterables.indexOf(lines, hasKey::test);
    }

    private static String messageOf(JsonProcessingException e) {
        if (e instanceof PropertyBindingException unknown) {
            return "\"" + unknown.getPropertyName() + "\" is not known here. Known are: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (e instanceof InvalidFormatException wrong) {
            return "\"" + wrong.getValue() + "\" is not known here." + choices(wrong.getTargetType());
        }
        return e instanceof JsonMappingException
                ? "this does not fit here; see the example of a mapping in the documentation."
                : yamlProblem(e.getOriginalMessage());
    }

    /** What the YAML parser says, without the indented excerpt of the file that it adds. */
    private static String yamlProblem(String message) {
        return message.lines().takeWhile(line -> !line.startsWith(" ")).collect(Collectors.joining(", ")) + ".";
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .collect(Collectors.joining(", ", " Known are: ", "."));
    }
}
