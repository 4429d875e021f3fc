package linli.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The rows of the accounts as the books read them. Safe for any number of threads. */
final class Rows {
    private final AccountStore store;

    Rows(AccountStore store) {
        this.store = store;
    }

    /** Runs several queries with no posting between them. */
    <R> R together(Supplier<R> queries) {
        return store.reading(queries);
    }

    <V extends Record> Optional<V> find(Table<V> table, long key) {
        return find(table, accounts -> key);
    }

    /** The row whose key is looked for among the rows themselves ({@link RowKeys}). */
    <V extends Record> Optional<V> find(Table<V> table, ToLongFunction<Accounts> key) {
        return together(() -> Optional.ofNullable(store.get(table, key.applyAsLong(store))));
    }

    /** The policy in force at a branch: the newest it has said it had seen; empty before the county has adopted one. */
    Optional<AdoptedPolicy> adopted(int branch) {
        return together(() -> find(
                Table.POLICIES,
                find(Table.VIEWS, branch).map(CountyView::policy).orElse(0)));
    }

    /** That policy, where what is asked for cannot be without one. */
    Policy policy(int branch) {
        return Policy.parse(adopted(branch).orElseThrow().document());
    }

    /** Visits every row, in no order. */
    <V extends Record> void visit(Table<V> table, Consumer<V> visitor) {
        together(() -> {
            store.forEach(table, visitor);
            return true;
        });
    }

    <V extends Record> List<V> sorted(Table<V> table, Comparator<V> order) {
        List<V> rows = new ArrayList<>();
        visit(table, rows::add);
        rows.sort(order);
        return rows;
    }
}
