package linli.web.page;

import java.time.Instant;
import java.util.List;
import linli.entry.Entry;
import linli.ledger.Branch;
import linli.receipt.Check;
import linli.receipt.Statement;
import linli.receipt.Told;
import linli.receipt.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a receipt, in one language: for the page and for the terminal.
 *
 * @param valid whether it holds
 * @param said who wrote what, when; null where nothing is proven
 * @param entry the id of the entry; null where it is not known
 * @param place of the entry in its log
 * @param origin of the log
 * @param lines everything that was found out
 */
public record VerdictView(
        boolean valid, @Nullable String said, @Nullable String entry, long place, String origin, List<Line> lines) {

    /** One thing that was found out. */
    public record Line(Check.Weight weight, String sentence) {}

    /** A verdict in words. */
    public static VerdictView of(Verdict verdict, Language language, Naming naming) {
        EventWords events = new EventWords(language, naming);
        Words words = Words.of(language);
        Statement statement = verdict.statement().orElse(null);
        return new VerdictView(
                verdict.valid(),
                statement == null ? null : said(statement, words, events),
                statement == null ? null : statement.id().map(Object::toString).orElse(null),
                statement == null ? 0 : statement.place(),
                statement == null ? "" : statement.origin(),
                verdict.told().stream().map(told -> line(told, words, events)).toList());
    }

    private static String said(Statement statement, Words words, EventWords events) {
        Entry entry = statement.entry();
        return words.text(
                "verify.said",
                statement.branch().map(Branch::name).orElse(statement.origin()),
                events.signatory(entry.by(), statement.branch().map(Branch::number)),
                events.moment(entry.atSeconds()),
                events.sentence(entry.event()));
    }

    private static Line line(Told told, Words words, EventWords events) {
        Object[] values =
                told.values().stream().map(value -> shown(value, words, events)).toArray();
        return new Line(told.check().weight(), words.text("verify.told", told.check(), values));
    }

    private static String shown(Object value, Words words, EventWords events) {
        if (value instanceof Instant at) {
            return events.moment(at.getEpochSecond());
        }
        return value instanceof Long number ? words.number(number) : value.toString();
    }
}
