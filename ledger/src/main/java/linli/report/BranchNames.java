package linli.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.PointsAccount;

/** How a report tells branches apart; where there is one only, it does not. */
final class BranchNames {
    private final Map<Integer, Branch> branches;

    private BranchNames(List<Branch> branches) {
        this.branches = branches.stream().collect(Collectors.toMap(Branch::number, Function.identity()));
    }

    static BranchNames of(Books books) {
        return new BranchNames(books.branches());
    }

    /** Whether there is anything to tell apart. */
    boolean several() {
        return branches.size() > 1;
    }

    String name(int number) {
        return of(number).name();
    }

    /** {@code 3 和平社区}: names alone may be equal. */
    static String title(int number, String name) {
        return number + " " + name;
    }

    /** {@code heping:issued}: an account's name in a book that holds those of several branches. No two have the same slug. */
    String account(PointsAccount account) {
        return several() ? of(account.branch()).slug() + ":" + account.name() : account.name();
    }

    private Branch of(int number) {
        return Objects.requireNonNull(branches.get(number), "only a branch that is enrolled has accounts");
    }
}
