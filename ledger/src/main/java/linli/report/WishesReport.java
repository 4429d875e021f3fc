package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import linli.entry.WishEvent.Kind;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Policy;
import linli.ledger.Wish;
import linli.ledger.Wish.State;
import org.jspecify.annotations.Nullable;

/**
 * The wishes of every branch whose journal a node holds, by kind: where they stand, how quickly somebody responded, how long it
 * took until they were done, how whoever asked rated it.
 *
 * @param day as of which it is told what is overdue
 * @param kinds every kind, and all of them together as the last
 * @param branches the same by branch, kinds that nobody asked for left out; empty where there is one branch only
 */
public record WishesReport(
        String day,
        List<WishFigures> kinds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BranchWishes> branches) implements Report {
    private static final String TOTAL = "TOTAL";

    /**
     * The wishes of one branch.
     *
     * @param branch its number
     * @param name its name, for people
     * @param kinds those that were asked for, and all of them together as the last
     */
    public record BranchWishes(int branch, String name, List<WishFigures> kinds) {}

    /** Tallies of every kind, and of all. */
    private static final class Kinds {
        private final Map<Kind, WishTally> byKind = new EnumMap<>(Kind.class);
        private final WishTally all;

        Kinds(LocalDate today, Instant now) {
            for (Kind kind : Kind.values()) {
                byKind.put(kind, new WishTally(today, now));
            }
            this.all = new WishTally(today, now);
        }

        void add(Wish wish) {
            byKind.getOrDefault(wish.kind(), all).add(wish);
            all.add(wish);
        }

        List<WishFigures> figures() {
            List<WishFigures> figures = new ArrayList<>();
            byKind.forEach((kind, tally) -> figures.add(tally.figures(kind.name())));
            figures.add(all.figures(TOTAL));
            return figures;
        }
    }

    static WishesReport of(Books books, Instant now) {
        LocalDate today = books.policy()
                .map(AdoptedPolicy::document)
                .map(Policy::parse)
                .orElseThrow(() -> new IllegalStateException("a node that is founded has a policy"))
                .dayOf(now.getEpochSecond());
        Kinds all = new Kinds(today, now);
        Map<Integer, Kinds> byBranch = new TreeMap<>();
        books.wishes().each(wish -> {
            all.add(wish);
            byBranch.computeIfAbsent(wish.id().branch(), number -> new Kinds(today, now))
                    .add(wish);
        });
        return new WishesReport(today.toString(), all.figures(), branches(byBranch, BranchNames.of(books)));
    }

    private static List<BranchWishes> branches(Map<Integer, Kinds> byBranch, BranchNames names) {
        List<BranchWishes> branches = new ArrayList<>();
        if (names.several()) {
            byBranch.forEach((branch, kinds) -> branches.add(new BranchWishes(
                    branch,
                    names.name(branch),
                    kinds.figures().stream().filter(kind -> kind.posted() > 0).toList())));
        }
        return branches;
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (!branches.isEmpty()) {
            columns.add(Column.left("branch"));
        }
        columns.add(Column.left("kind"));
        for (String heading : List.of(
                "posted",
                "to accept",
                "open",
                "in hand",
                "to confirm",
                "confirmed",
                "closed",
                "late response",
                "overdue",
                "response",
                "longest response",
                "done in",
                "longest",
                "stars")) {
            columns.add(Column.right(heading));
        }
        return columns;
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        if (branches.isEmpty()) {
            kinds.forEach(kind -> lines.add(line(kind)));
            return lines;
        }
        branches.forEach(branch -> branch.kinds()
                .forEach(kind -> lines.add(line(BranchNames.title(branch.branch(), branch.name()), kind))));
        kinds.forEach(kind -> lines.add(line("all", kind)));
        return lines;
    }

    private static List<String> line(String branch, WishFigures kind) {
        List<String> cells = new ArrayList<>(line(kind));
        cells.add(0, branch);
        return cells;
    }

    private static List<String> line(WishFigures kind) {
        return List.of(
                kind.kind().toLowerCase(Locale.ROOT),
                count(kind.posted()),
                count(kind.in(State.PROPOSED)),
                count(kind.in(State.OPEN)),
                count(kind.in(State.DISPATCHED) + kind.in(State.CLAIMED)),
                count(kind.in(State.FULFILLED)),
                count(kind.in(State.CONFIRMED)),
                count(kind.in(State.CLOSED)),
                count(kind.respondedLate() + kind.withoutResponse()),
                count(kind.overdue()),
                time(kind.responseMedianMinutes()),
                time(kind.responseLongestMinutes()),
                time(kind.fulfilmentMedianMinutes()),
                time(kind.fulfilmentLongestMinutes()),
                kind.starsMean() == null ? "" : String.format(Locale.ROOT, "%.1f", kind.starsMean()));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String time(@Nullable Long minutes) {
        return minutes == null ? "" : Durations.hours(minutes);
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        WishFigures all = kinds.get(kinds.size() - 1);
        return List.of(
                "Half of them were responded to, and done, within the hours and minutes shown; the slowest took the longest.",
                String.format(
                        Locale.ROOT,
                        "On %s, %,d wait for a response longer than they should; %,d should be done and are not.",
                        day,
                        all.withoutResponse(),
                        all.overdue()));
    }
}
