package linli.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Balance;
import linli.report.Why;
import org.jspecify.annotations.Nullable;

/**
 * Why a volunteer holds what they hold, in one language: for the page and for the terminal. The oldest line comes first, as one adds
 * up.
 *
 * @param volunteer whose
 * @param branch number of the branch where
 * @param before what was held before the first line
 * @param lines each change of what is held
 * @param after what was held after the last
 * @param points how they stand now; null where newer lines are left out
 * @param earlier the line with which the older ones begin; null where there are none
 */
public record WhyView(
        VolunteerNo volunteer,
        int branch,
        long before,
        List<Line> lines,
        long after,
        @Nullable Balance points,
        @Nullable EntryId earlier) {

    /**
     * One change.
     *
     * @param entry that made it
     * @param at when
     * @param points by which what is held changed
     * @param held what is held since
     * @param reason what it was for
     * @param grounds what that rests on: rule, recorder, approver
     */
    public record Line(EntryId entry, String at, long points, long held, String reason, List<String> grounds) {
        public Line {
            grounds = List.copyOf(grounds);
        }
    }

    /** An explanation in words. */
    public static WhyView of(Why why, Language language, Naming naming) {
        WhyWords words = new WhyWords(why.branch(), language, naming);
        List<Line> lines = new ArrayList<>();
        for (Why.Reason reason : why.reasons()) {
            lines.add(0, words.line(reason));
        }
        Optional<Line> first = lines.stream().findFirst();
        return new WhyView(
                why.volunteer(),
                why.branch(),
                first.map(line -> line.held() - line.points()).orElse(0L),
                List.copyOf(lines),
                lines.isEmpty() ? 0 : lines.get(lines.size() - 1).held(),
                why.from() == null ? why.points() : null,
                why.next());
    }

    /** What the lines come to. */
    public long sum() {
        return lines.stream().mapToLong(Line::points).sum();
    }

    /** Whether the lines lead from nothing, or from what was before them, to what is held after each, and at the end to the balance. */
    public boolean addsUp() {
        long held = before;
        for (Line line : lines) {
            held += line.points();
            if (held != line.held()) {
                return false;
            }
        }
        return (before == 0 || earlier != null) && (points == null || points.held() == held);
    }

    /** The last line: that the sum is the balance, or what else it is. */
    public String conclusion(Words words) {
        if (!addsUp()) {
            return words.text("why.differs");
        }
        String until = points == null ? "then" : "now";
        return earlier == null
                ? words.text("why.sum." + until, words.number(sum()), words.number(after))
                : words.text(
                        "why.sum.forward." + until, words.number(before), words.number(sum()), words.number(after));
    }

    /** What there is to say of points that are not in the lines: those on public show, and debts. */
    public List<String> besides(Words words) {
        List<String> said = new ArrayList<>();
        if (points != null && points.announced() > 0) {
            said.add(words.text("why.announced", words.number(points.announced())));
        }
        if (points != null && points.owed() > 0) {
            said.add(words.text("why.owed", words.number(points.owed())));
        }
        return said;
    }
}
