package linli.receipt;

import java.util.List;
import java.util.Optional;

/**
 * What there is to say about a text that should be a receipt.
 *
 * @param statement what it proves that somebody wrote; empty where it proves nothing
 * @param told everything that was found out, in the order of the checks
 */
public record Verdict(Optional<Statement> statement, List<Told> told) {
    public Verdict {
        told = List.copyOf(told);
    }

    /** Whether it is a receipt, and nothing about it is wrong. */
    public boolean valid() {
        return statement.isPresent()
                && told.stream().noneMatch(one -> one.check().weight() == Check.Weight.WRONG);
    }
}
