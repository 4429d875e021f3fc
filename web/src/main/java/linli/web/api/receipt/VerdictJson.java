package linli.web.api.receipt;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.EventTypes;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.receipt.Check;
import linli.receipt.Statement;
import linli.receipt.Told;
import linli.receipt.Verdict;
import linli.web.clock.CountyZone;
import linli.web.page.Language;
import linli.web.page.Naming;
import linli.web.page.VerdictView;
import org.jspecify.annotations.Nullable;

/**
 * What a text proves that should be a receipt.
 *
 * @param valid whether it is one, and nothing about it is wrong
 * @param statement what it proves that somebody wrote; absent where it proves nothing
 * @param checks everything that was found out, in the order of the checks
 */
record VerdictJson(boolean valid, @Nullable StatementJson statement, List<CheckJson> checks) {

    /**
     * What somebody wrote.
     *
     * @param said the whole of it as a sentence
     */
    record StatementJson(
            @Nullable EntryId entry,
            @Nullable Integer branch,
            @Nullable String branchName,
            String origin,
            long place,
            String event,
            String by,
            ZonedDateTime at,
            @Nullable String said) {
        private static StatementJson of(Statement statement, @Nullable String said, Books books) {
            return new StatementJson(
                    statement.id().orElse(null),
                    statement.branch().map(Branch::number).orElse(null),
                    statement.branch().map(Branch::name).orElse(null),
                    statement.origin(),
                    statement.place(),
                    EventTypes.nameOf(statement.entry().event()),
                    statement.entry().by().written(),
                    CountyZone.at(books, statement.entry().atSeconds()),
                    said);
        }
    }

    /** One thing that was found out, as a stable word and as a sentence. */
    record CheckJson(Check check, Check.Weight weight, String sentence) {
        private static CheckJson of(Told told, VerdictView.Line line) {
            return new CheckJson(told.check(), line.weight(), line.sentence());
        }
    }

    static VerdictJson of(Verdict verdict, Language language, Books books) {
        VerdictView view = VerdictView.of(verdict, language, Naming.of(books));
        List<CheckJson> checks = new ArrayList<>();
        for (int i = 0; i < verdict.told().size(); i++) {
            checks.add(CheckJson.of(verdict.told().get(i), view.lines().get(i)));
        }
        return new VerdictJson(
                verdict.valid(),
                verdict.statement()
                        .map(statement -> StatementJson.of(statement, view.said(), books))
                        .orElse(null),
                checks);
    }
}
