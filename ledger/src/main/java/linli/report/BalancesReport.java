package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import linli.ledger.Books;
import linli.ledger.PointsAccount;

/**
 * The points accounts of a node. They sum to zero.
 *
 * @param heldPoints what volunteers can spend
 * @param accounts every account with a balance
 */
public record BalancesReport(long heldPoints, List<Balance> accounts) implements Report {

    /**
     * One account's balance.
     *
     * @param account name as in the journal: {@code held:12-4812-6}, {@code issued}
     * @param points the balance
     */
    public record Balance(String account, long points) {}

    static BalancesReport of(Books books) {
        List<PointsAccount> accounts = books.pointsAccounts().stream()
                .filter(account -> account.points() != 0)
                .toList();
        long held = accounts.stream()
                .filter(account -> account.kind() == PointsAccount.Kind.HELD)
                .mapToLong(PointsAccount::points)
                .sum();
        return new BalancesReport(
                held,
                accounts.stream()
                        .map(account -> new Balance(account.name(), account.points()))
                        .toList());
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(Column.left("account"), Column.right("points"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        return accounts.stream()
                .map(balance -> List.of(balance.account(), String.format(Locale.ROOT, "%d", balance.points())))
                .toList();
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        long sum = accounts.stream().mapToLong(Balance::points).sum();
        return List.of(String.format(
                Locale.ROOT, "Volunteers hold %,d points; all accounts together are %d.", heldPoints, sum));
    }
}
