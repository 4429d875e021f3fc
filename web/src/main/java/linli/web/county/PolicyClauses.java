package linli.web.county;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import linli.ledger.HoursPolicy;
import linli.ledger.PointsPolicy;
import linli.ledger.Policy;
import linli.ledger.ShopPolicy;
import linli.ledger.WishPolicy;
import linli.web.page.Language;
import linli.web.page.Words;
import org.jspecify.annotations.Nullable;

/** A policy clause by clause, in the words of one language. */
public final class PolicyClauses {
    private final Words words;
    private final Map<String, Clause> clauses = new LinkedHashMap<>();

    private PolicyClauses(Language language) {
        this.words = Words.of(language);
    }

    /**
     * A clause.
     *
     * @param about what it rules
     * @param says how
     */
    public record Clause(String about, String says) {}

    /**
     * A clause that another policy says otherwise.
     *
     * @param before what it says now; null where it is new
     * @param after what it would say; null where it would be gone
     */
    public record Change(
            String about, @Nullable String before, @Nullable String after) {}

    /** What a policy says. */
    static List<Clause> of(Policy policy, Language language) {
        return List.copyOf(read(policy, language).clauses.values());
    }

    /** What would be different, in the order of the clauses. */
    static List<Change> changes(Policy from, Policy to, Language language) {
        Map<String, Clause> before = read(from, language).clauses;
        Map<String, Clause> after = read(to, language).clauses;
        List<Change> changes = new ArrayList<>();
        before.forEach((key, clause) -> {
            Clause now = after.get(key);
            if (!clause.equals(now)) {
                changes.add(new Change(
                        now == null ? clause.about() : now.about(), clause.says(), now == null ? null : now.says()));
            }
        });
        after.forEach((key, clause) -> {
            if (!before.containsKey(key)) {
                changes.add(new Change(clause.about(), null, clause.says()));
            }
        });
        return changes;
    }

    private static PolicyClauses read(Policy policy, Language language) {
        PolicyClauses read = new PolicyClauses(language);
        policy.categories().forEach(category -> read.category(category, language));
        read.hours(policy.hours());
        read.points(policy.points());
        policy.wishes().forEach(read::wish);
        read.shop(policy.shop());
        String stars = policy.starHours().stream().map(String::valueOf).collect(Collectors.joining(" · "));
        read.add("stars", read.words.text("county.policy.stars.says", stars));
        read.add("zone", policy.zone());
        return read;
    }

    private void category(Policy.Category category, Language language) {
        String name = language == Language.ZH ? category.zh() : category.en();
        clauses.put(
                "category " + category.code(),
                new Clause(
                        words.text("county.policy.category", name, category.code()), points(category.pointsPerHour())));
    }

    private void hours(HoursPolicy hours) {
        add("rounding", words.text("county.policy.rounding", hours.rounding()));
        add("session", words.duration(hours.longestSessionMinutes()));
        add("day", words.duration(hours.dailyCapMinutes()));
        add("clock", words.text(hours.clockNeedsSecondPerson() ? "county.yes" : "county.no"));
        add("forgotten", words.duration(hours.forgottenMinutes()));
        add("publicity", days(hours.publicityDays()));
        add("within", words.text("county.policy.working-days", hours.recordWithinWorkingDays()));
    }

    private void points(PointsPolicy points) {
        add(
                "expiry",
                points.expiryMonths() == 0
                        ? words.text("county.policy.never")
                        : words.text("county.policy.months", points.expiryMonths()));
        add("holding", points(points.holdingLimit()));
        add("alone", points(points.adjustAlone()));
    }

    private void wish(WishPolicy wish) {
        String whose = words.text("county.policy.reward", wish.rewards());
        clauses.put(
                "wish " + wish.kind(),
                new Clause(
                        words.text("county.wish", wish.kind()),
                        words.text(
                                "county.policy.wish",
                                points(wish.points()),
                                points(wish.mostPoints()),
                                whose,
                                words.number(wish.respondWithinHours()),
                                days(wish.lapseAfterDays()))));
    }

    private void shop(ShopPolicy shop) {
        add("redemptions", words.text("county.policy.times", shop.redemptionsPerDay()));
        add("reverse", words.duration(shop.reverseAloneMinutes()));
    }

    private void add(String clause, String says) {
        clauses.put(clause, new Clause(words.text("county.policy.about." + clause), says));
    }

    private String points(long points) {
        return words.text("points", words.number(points));
    }

    private String days(int days) {
        return words.text("county.policy.days", days);
    }
}
