package linli.audit;

import java.util.List;
import linli.ledger.Books;

/** What an audit adds up, for whoever has books at hand and no folder. */
public final class AddedUp {
    private AddedUp() {}

    /** What does not add up, in sentences. */
    public static List<String> wrong(Books books) {
        Findings findings = new Findings();
        SumChecks.of(books, findings);
        ShopChecks.check(books, findings);
        return findings.kept().stream().map(AuditFinding::toString).toList();
    }
}
