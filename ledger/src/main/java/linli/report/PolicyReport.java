package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import linli.ledger.AdoptedPolicy;
import linli.ledger.HoursPolicy;
import linli.ledger.PointsPolicy;
import linli.ledger.Policy;
import linli.ledger.ShopPolicy;
import linli.ledger.WishPolicy;

/**
 * A policy, clause by clause.
 *
 * @param version its number
 * @param entry by which the county adopted it
 * @param policy the document
 */
public record PolicyReport(
        int version, String entry, @JsonRawValue String policy) implements Report {

    static PolicyReport of(AdoptedPolicy adopted) {
        return new PolicyReport(adopted.version(), adopted.entry().toString(), adopted.document());
    }

    /**
     * What is different in another policy, clause by clause: {@code clause: before → after}.
     *
     * @throws IllegalArgumentException where that document is no policy, with a sentence that names the mistake
     */
    public List<String> changesTo(String document) {
        Map<String, String> before = clauses(Policy.parse(policy));
        Map<String, String> after = clauses(Policy.parse(document));
        List<String> changes = new ArrayList<>();
        before.forEach((clause, said) -> {
            String now = after.getOrDefault(clause, "gone");
            if (!said.equals(now)) {
                changes.add(clause + ": " + said + " → " + now);
            }
        });
        after.keySet().stream()
                .filter(clause -> !before.containsKey(clause))
                .forEach(clause -> changes.add(clause + ": new, " + Objects.requireNonNull(after.get(clause))));
        return changes;
    }

    private static Map<String, String> clauses(Policy policy) {
        Map<String, String> clauses = new LinkedHashMap<>();
        clauses.put("a day is a day in", policy.zone());
        policy.categories()
                .forEach(category -> clauses.put(
                        "an hour of " + category.zh() + " (" + category.code() + ")",
                        points(category.pointsPerHour())));
        hours(policy.hours(), clauses);
        points(policy.points(), clauses);
        policy.wishes().forEach(wish -> clauses.put("a " + Words.of(wish.kind()), wish(wish)));
        shop(policy.shop(), clauses);
        clauses.put(
                "a star each at, hours",
                policy.starHours().stream().map(String::valueOf).collect(Collectors.joining(" · ")));
        return clauses;
    }

    private static void hours(HoursPolicy hours, Map<String, String> clauses) {
        clauses.put("parts of a point are rounded", hours.rounding().name().toLowerCase(Locale.ROOT));
        clauses.put("one record earns for at most", minutes(hours.longestSessionMinutes()));
        clauses.put("one day earns for at most", minutes(hours.dailyCapMinutes()));
        clauses.put("hours by the clock need a second person", hours.clockNeedsSecondPerson() ? "yes" : "no");
        clauses.put("a forgotten check-out counts", minutes(hours.forgottenMinutes()));
        clauses.put("hours are on public show for", days(hours.publicityDays()));
        clauses.put("an activity is recorded within", hours.recordWithinWorkingDays() + " working days");
    }

    private static void points(PointsPolicy points, Map<String, String> clauses) {
        clauses.put(
                "points lapse after",
                points.expiryMonths() == 0 ? "never" : points.expiryMonths() + " months, at their end");
        clauses.put("one volunteer holds at a branch at most", points(points.holdingLimit()));
        clauses.put("a manager alone grants or takes at most", points(points.adjustAlone()));
    }

    private static void shop(ShopPolicy shop, Map<String, String> clauses) {
        clauses.put("redemptions of a volunteer in a day", String.valueOf(shop.redemptionsPerDay()));
        clauses.put("one person alone undoes a redemption within", minutes(shop.reverseAloneMinutes()));
    }

    private static String wish(WishPolicy wish) {
        String whose = wish.rewards() == WishPolicy.Reward.HELPER ? "to the helper" : "to whoever asked";
        return points(wish.points()) + ", by a clerk's choice up to " + wish.mostPoints() + ", " + whose
                + "; answered within " + wish.respondWithinHours() + " hours; lapses after "
                + days(wish.lapseAfterDays());
    }

    private static String points(long points) {
        return String.format(Locale.ROOT, "%,d points", points);
    }

    private static String minutes(int minutes) {
        return Durations.hours(minutes) + " h";
    }

    private static String days(int days) {
        return days + " days";
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(Column.left("clause"), Column.left("says"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        return clauses(Policy.parse(policy)).entrySet().stream()
                .map(clause -> List.of(clause.getKey(), clause.getValue()))
                .toList();
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        return List.of("Version " + version + ", adopted with entry " + entry + ".");
    }
}
