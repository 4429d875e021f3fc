package linli.web.county;

import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import linli.entry.WishEvent;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Policy;
import linli.ledger.Wish;
import linli.report.BranchHours;
import linli.report.Overview;
import linli.report.WishFigures;
import linli.web.county.Figures.Fact;
import linli.web.county.Figures.Line;
import linli.web.county.Figures.Panel;
import linli.web.county.Figures.Shape;
import linli.web.page.Language;
import linli.web.page.Words;
import org.jspecify.annotations.Nullable;

/** Puts the figures of an overview into the words of one language. */
final class FigureWords {
    private static final int MONTHS = 12;
    private static final int RANKED = 8;
    private static final double MINUTES_PER_HOUR = 60;
    private static final List<WishEvent.Kind> ANSWERED =
            List.of(WishEvent.Kind.ORDER, WishEvent.Kind.REPAIR, WishEvent.Kind.HELP, WishEvent.Kind.WISH);

    private final Overview overview;
    private final @Nullable Policy policy;
    private final Language language;
    private final Words words;

    private FigureWords(Overview overview, @Nullable Policy policy, Language language) {
        this.overview = overview;
        this.policy = policy;
        this.language = language;
        this.words = Words.of(language);
    }

    static Figures of(Overview overview, Books books, ZonedDateTime at, Language language) {
        Policy policy =
                books.policy().map(AdoptedPolicy::document).map(Policy::parse).orElse(null);
        return new FigureWords(overview, policy, language).figures(at);
    }

    private Figures figures(ZonedDateTime at) {
        return new Figures(
                words.text("county.screen.as-of", words.moment(at)),
                words.number(Math.round(overview.hours().approvedMinutes() / MINUTES_PER_HOUR)),
                facts(),
                List.of(months(YearMonth.from(at)), categories(), ranking(), points(), wishes(), answers()));
    }

    private List<Fact> facts() {
        return List.of(
                fact("volunteers", overview.hours().volunteers()),
                fact("records", overview.hours().records()),
                fact("communities", overview.communities()),
                fact("wishes", wishTotal().map(WishFigures::posted).orElse(0L)));
    }

    private Fact fact(String what, long value) {
        return new Fact(words.text("county.screen.fact." + what), words.number(value));
    }

    private Panel panel(String id, Shape shape, List<Line> lines) {
        boolean nothing = lines.stream().allMatch(line -> line.value() == 0);
        return new Panel(
                id,
                shape,
                words.text("county.screen." + id),
                words.text("county.screen.unit." + id),
                nothing ? List.of() : lines,
                words.text("county.screen.empty"));
    }

    private Panel months(YearMonth last) {
        Locale locale = Locale.forLanguageTag(language.tag());
        return panel(
                "months",
                Shape.COLUMNS,
                IntStream.range(0, MONTHS)
                        .mapToObj(i -> last.minusMonths(MONTHS - 1L - i))
                        .map(month -> hours(
                                month.getMonth().getDisplayName(TextStyle.SHORT, locale),
                                overview.minutesByMonth().getOrDefault(month, 0L)))
                        .toList());
    }

    private Panel categories() {
        return panel(
                "categories",
                Shape.RING,
                overview.minutesByCategory().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> hours(category(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private String category(String code) {
        return Optional.ofNullable(policy)
                .flatMap(known -> known.category(code))
                .map(known -> language == Language.ZH ? known.zh() : known.en())
                .orElse(code);
    }

    private Panel ranking() {
        return panel(
                "ranking",
                Shape.BARS,
                overview.hours().branches().stream()
                        .filter(branch -> branch.approvedMinutes() > 0)
                        .sorted(Comparator.comparing(BranchHours::approvedMinutes)
                                .reversed())
                        .limit(RANKED)
                        .map(branch -> hours(branch.name(), branch.approvedMinutes()))
                        .toList());
    }

    private Panel points() {
        Overview.Points points = overview.points();
        return panel(
                "points",
                Shape.COLUMNS,
                List.of(
                        counted(words.text("county.screen.points.issued"), points.issued()),
                        counted(words.text("county.screen.points.redeemed"), points.redeemed()),
                        counted(words.text("county.screen.points.announced"), points.announced()),
                        counted(words.text("county.screen.points.held"), points.held())));
    }

    private Panel wishes() {
        return panel(
                "wishes",
                Shape.RING,
                wishTotal().stream()
                        .flatMap(total -> Stream.of(Wish.State.values())
                                .filter(state -> total.states().getOrDefault(state, 0L) > 0)
                                .map(state -> counted(
                                        words.text("county.screen.state", state),
                                        total.states().getOrDefault(state, 0L))))
                        .toList());
    }

    /** All kinds together stand last in the report. */
    private Optional<WishFigures> wishTotal() {
        return overview.wishes().kinds().stream().reduce((before, last) -> last);
    }

    private Panel answers() {
        List<Line> lines = new ArrayList<>();
        for (WishEvent.Kind kind : ANSWERED) {
            overview.wishes().kinds().stream()
                    .filter(figures -> figures.kind().equals(kind.name()) && figures.posted() > 0)
                    .map(figures -> answered(kind, figures))
                    .forEach(lines::add);
        }
        return panel("answers", Shape.BARS, lines);
    }

    private Line answered(WishEvent.Kind kind, WishFigures figures) {
        Long median = figures.responseMedianMinutes();
        String posted = words.number(figures.posted());
        return new Line(
                words.text("county.wish", kind),
                figures.posted(),
                median == null
                        ? words.text("county.screen.answers.none", posted)
                        : words.text("county.screen.answers.in", posted, words.duration(median)));
    }

    private Line hours(String label, long minutes) {
        double hours = Math.round(minutes / MINUTES_PER_HOUR * 10) / 10.0;
        return new Line(label, hours, words.number(Math.round(hours)));
    }

    private Line counted(String label, long count) {
        return new Line(label, count, words.number(count));
    }
}
