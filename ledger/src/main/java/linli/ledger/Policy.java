package linli.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import linli.entry.WishEvent;

/**
 * The policy the county adopts: what hours and wishes are worth and what needs a second person. Every posting is reckoned under
 * the version in force at the time, and never again.
 *
 * @param format of the document, 1
 * @param zone in which a day is a day
 * @param categories of service, each with its worth
 * @param hours what holds for hours
 * @param points what holds for points
 * @param wishes what holds for each kind of wish
 * @param shop what holds at the shop
 * @param starHours hours of service that each star asks for, ascending
 */
public record Policy(
        int format,
        String zone,
        List<Category> categories,
        HoursPolicy hours,
        PointsPolicy points,
        List<WishPolicy> wishes,
        ShopPolicy shop,
        List<Integer> starHours) {

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

    private static final int MOST_STARS = 10;
    private static final int MOST_STAR_HOURS = 100_000;

    public Policy {
        require(format == 1, "format is 1");
        require(isZone(zone), "zone is a time zone such as Asia/Shanghai");
        require(categories.stream().allMatch(Objects::nonNull), "a category is missing");
        require(!categories.isEmpty() && categories.size() <= 40, "1 to 40 categories");
        require(
                categories.stream().map(Category::code).distinct().count() == categories.size(),
                "two categories have the same code");
        require(
                wishes.stream()
                                        .filter(Objects::nonNull)
                                        .map(WishPolicy::kind)
                                        .distinct()
                                        .count()
                                == wishes.size()
                        && wishes.size() == WishEvent.Kind.values().length,
                "wishes has each of " + List.of(WishEvent.Kind.values()) + " once");
        require(
                starHours.size() <= MOST_STARS && isAscending(starHours),
                "starHours is at most " + MOST_STARS + " numbers, each more than the one before");
        categories = List.copyOf(categories);
        wishes = List.copyOf(wishes);
        starHours = List.copyOf(starHours);
    }

    private static boolean isAscending(List<Integer> hours) {
        return IntStream.range(0, hours.size())
                .allMatch(i -> hours.get(i) != null
                        && hours.get(i) > (i == 0 ? 0 : hours.get(i - 1))
                        && hours.get(i) <= MOST_STAR_HOURS);
    }

    /**
     * Reads a policy document.
     *
     * @throws IllegalArgumentException with a sentence that names the mistake
     */
    public static Policy parse(String document) {
        return PolicyDocument.parse(document);
    }

    /** The document that a new county begins with. */
    public static String defaultDocument() {
        return PolicyDocument.defaultDocument();
    }

    public Optional<Category> category(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** What holds for a kind of wish. */
    public WishPolicy of(WishEvent.Kind kind) {
        return wishes.stream().filter(wish -> wish.kind() == kind).findFirst().orElseThrow();
    }

    /** The day of a time in the policy's zone. */
    public LocalDate dayOf(long atSeconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(atSeconds), ZoneId.of(zone));
    }

    /** What minutes of a category are worth. */
    long pointsFor(String category, int creditedMinutes) {
        return hours.points(category(category).map(Category::pointsPerHour).orElse(0), creditedMinutes);
    }

    /** Stars (星级) that so many minutes of service make. */
    public int stars(long minutes) {
        return (int) starHours.stream().filter(hours -> minutes >= hours * 60L).count();
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }

    static void within(String field, long value, long least, long most) {
        require(value >= least && value <= most, field + " is " + least + " to " + most);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
