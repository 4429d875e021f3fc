package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import linli.ledger.Books;
import linli.ledger.PointsAccount;

/**
 * The points accounts of every branch whose journal a node holds. Those of each branch sum to zero.
 *
 * @param heldPoints what volunteers can spend
 * @param accounts every account with a balance
 * @param branches what volunteers can spend at each branch; empty where there is one branch only
 */
public record BalancesReport(
        long heldPoints,
        List<Balance> accounts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BranchBalance> branches)
        implements Report {

    /**
     * One account's balance.
     *
     * @param account name as in the journal: {@code held:12-4812-6}, {@code issued}; where there are several branches, behind the
     *     slug of its own: {@code heping:issued}
     * @param points the balance
     */
    public record Balance(String account, long points) {}

    /**
     * What volunteers can spend at one branch.
     *
     * @param branch its number
     * @param name its name, for people
     * @param heldPoints how much
     */
    public record BranchBalance(int branch, String name, long heldPoints) {}

    static BalancesReport of(Books books) {
        BranchNames names = BranchNames.of(books);
        List<Balance> accounts = new ArrayList<>();
        Map<Integer, Long> held = new TreeMap<>();
        for (PointsAccount account : books.pointsAccounts()) {
            if (account.points() != 0) {
                accounts.add(new Balance(names.account(account), account.points()));
                boolean theirs = account.kind() == PointsAccount.Kind.HELD;
                held.merge(account.branch(), theirs ? account.points() : 0, Long::sum);
            }
        }
        long all = held.values().stream().mapToLong(Long::longValue).sum();
        return new BalancesReport(all, accounts, names.several() ? branches(names, held) : List.of());
    }

    private static List<BranchBalance> branches(BranchNames names, Map<Integer, Long> held) {
        return held.entrySet().stream()
                .map(branch -> new BranchBalance(branch.getKey(), names.name(branch.getKey()), branch.getValue()))
                .toList();
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
        List<String> notes = new ArrayList<>();
        for (BranchBalance branch : branches) {
            String title = BranchNames.title(branch.branch(), branch.name());
            notes.add(String.format(Locale.ROOT, "%s: volunteers hold %,d points.", title, branch.heldPoints()));
        }
        long sum = accounts.stream().mapToLong(Balance::points).sum();
        notes.add(String.format(
                Locale.ROOT, "Volunteers hold %,d points; all accounts together are %d.", heldPoints, sum));
        return notes;
    }
}
