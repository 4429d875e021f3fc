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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The policy the county adopts: what hours are worth and what needs a second person. Every posting is reckoned under the version
 * in force at the time, and never again.
 *
 * @param format of the document, 1
 * @param zone in which a day is a day
 * @param categories of service, each with its worth
 * @param rounding of points
 * @param longestSessionMinutes of one record that earn points
 * @param dailyCapMinutes of one volunteer's day that earn points
 * @param clockNeedsSecondPerson whether hours proven by a clock wait for an approver too; backfilled hours always do
 * @param publicityDays days that approved hours are shown in public before points count
 * @param wishPoints for a wish fulfilled, where the wish names no other
 * @param suggestionPoints for a suggestion taken up
 * @param expiryMonths after which points lapse, 0 for never
 * @param holdingLimit points one volunteer may hold at one branch
 * @param redemptionsPerDay of one volunteer at one branch
 */
public record Policy(
        int format,
        String zone,
        List<Category> categories,
        Rounding rounding,
        int longestSessionMinutes,
        int dailyCapMinutes,
        boolean clockNeedsSecondPerson,
        int publicityDays,
        long wishPoints,
        long suggestionPoints,
        int expiryMonths,
        long holdingLimit,
        int redemptionsPerDay) {

    /**
     * A kind of service.
     *
     * @param code as activities name it
     * @param zh name in Chinese
     * @param en name in English
     * @param pointsPerHour its worth
     */
    public record Category(String code, String zh, String en, int pointsPerHour) {
        public Category {
            require(
                    code.matches("[a-z][a-z0-9-]{0,31}"),
                    "a category's code is small letters, digits and dashes: " + code);
            require(!zh.isBlank() && !en.isBlank(), "category " + code + " needs a name in zh and en");
            require(pointsPerHour >= 0 && pointsPerHour <= 1000, "category " + code + ": pointsPerHour is 0 to 1000");
        }
    }

    /** What happens to a part of a point. */
    public enum Rounding {
        DOWN,
        NEAREST
    }

    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

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

    public Policy {
        require(format == 1, "format is 1");
        require(isZone(zone), "zone is a time zone such as Asia/Shanghai");
        require(categories.stream().allMatch(Objects::nonNull), "a category is missing");
        require(!categories.isEmpty() && categories.size() <= 40, "1 to 40 categories");
        require(
                categories.stream().map(Category::code).distinct().count() == categories.size(),
                "two categories have the same code");
        require(
                longestSessionMinutes >= 1 && longestSessionMinutes <= MINUTES_PER_DAY,
                "longestSessionMinutes is 1 to " + MINUTES_PER_DAY);
        require(
                dailyCapMinutes >= 1 && dailyCapMinutes <= MINUTES_PER_DAY,
                "dailyCapMinutes is 1 to " + MINUTES_PER_DAY);
        require(publicityDays >= 0 && publicityDays <= 30, "publicityDays is 0 to 30");
        require(wishPoints >= 0 && wishPoints <= 10_000, "wishPoints is 0 to 10000");
        require(suggestionPoints >= 0 && suggestionPoints <= 10_000, "suggestionPoints is 0 to 10000");
        require(expiryMonths >= 0 && expiryMonths <= 120, "expiryMonths is 0 to 120");
        require(holdingLimit >= 1 && holdingLimit <= 1_000_000_000, "holdingLimit is 1 to 1000000000");
        require(redemptionsPerDay >= 1 && redemptionsPerDay <= 1000, "redemptionsPerDay is 1 to 1000");
        categories = List.copyOf(categories);
    }

    /**
     * Reads a policy document.
     *
     * @throws IllegalArgumentException with a sentence that names the mistake
     */
    public static Policy parse(String document) {
        Policy known = PARSED.getIfPresent(document);
        if (known != null) {
            return known;
        }
        try {
            Policy policy = JSON.readValue(document, Policy.class);
            // The JSON word null is a document, but no policy.
            require(policy != null, "policy, line 1: there is nothing in it");
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

    /** The document that a new county begins with. */
    public static String defaultDocument() {
        try {
            return Resources.toString(
                    Resources.getResource(Policy.class, "default-policy.json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the default policy is part of the program", e);
        }
    }

    public Optional<Category> category(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** The day of a time in the policy's zone. */
    public LocalDate dayOf(long atSeconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(atSeconds), ZoneId.of(zone));
    }

    /** How much of a record earns points, where {@code already} minutes of that day did. */
    int creditedMinutes(int minutes, int already) {
        return Math.max(0, Math.min(Math.min(minutes, longestSessionMinutes), dailyCapMinutes - already));
    }

    /** What minutes of a category are worth. */
    long pointsFor(String category, int creditedMinutes) {
        int perHour = category(category).map(Category::pointsPerHour).orElse(0);
        long sixtieths = (long) creditedMinutes * perHour;
        return switch (rounding) {
            case DOWN -> sixtieths / MINUTES_PER_HOUR;
            case NEAREST -> (sixtieths + MINUTES_PER_HOUR / 2) / MINUTES_PER_HOUR;
        };
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
