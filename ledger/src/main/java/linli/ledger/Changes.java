package linli.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Rows to be written or struck out, on top of accounts that stay as they are until somebody takes the changes over. */
final class Changes implements Accounts {
    /** Stands where a row was: it hides the one below, and is gone once it is saved. */
    private record StruckOut() {}

    private static final Record STRUCK_OUT = new StruckOut();

    private final Accounts below;
    /** By the place of the table; null while nothing of it changed. */
    private final @Nullable Map<Long, Record>[] rows = noRows();

    private int rowCount;

    Changes(Accounts below) {
        this.below = below;
    }

    @Override
    public <V extends Record> @Nullable V get(Table<V> table, long key) {
        Map<Long, Record> changed = rows[table.place()];
        Record row = changed == null ? null : changed.get(key);
        return row == null
                ? below.get(table, key)
                : isStruckOut(row) ? null : table.codec().cast(row);
    }

    /** Whether this stands for a row that is no more. */
    static boolean isStruckOut(Record row) {
        return row instanceof StruckOut;
    }

    <V extends Record> void put(Table<V> table, long key, V row) {
        change(table, key, row);
    }

    /** Strikes a row out; nothing happens where there is none. */
    void remove(Table<?> table, long key) {
        change(table, key, STRUCK_OUT);
    }

    private void change(Table<?> table, long key, Record row) {
        if (of(table).put(key, row) == null) {
            rowCount++;
        }
    }

    /** Takes over the changes made on top of this. */
    void addAll(Changes above) {
        for (Table<?> table : Table.ALL) {
            Map<Long, Record> changed = above.rows[table.place()];
            if (changed != null) {
                Map<Long, Record> mine = of(table);
                int before = mine.size();
                mine.putAll(changed);
                rowCount += mine.size() - before;
            }
        }
    }

    private Map<Long, Record> of(Table<?> table) {
        Map<Long, Record> mine = rows[table.place()];
        if (mine == null) {
            mine = new HashMap<>();
            rows[table.place()] = mine;
        }
        return mine;
    }

    /** The changed rows of one table, in the order of their keys, those struck out among them. */
    NavigableMap<Long, Record> rows(Table<?> table) {
        NavigableMap<Long, Record> sorted = new TreeMap<>(Long::compareUnsigned);
        Map<Long, Record> changed = rows[table.place()];
        if (changed != null) {
            sorted.putAll(changed);
        }
        return sorted;
    }

    /** All changed rows, table by table, in no order, those struck out among them. */
    void forEachTable(BiConsumer<Table<?>, Map<Long, Record>> visitor) {
        for (Table<?> table : Table.ALL) {
            Map<Long, Record> changed = rows[table.place()];
            if (changed != null) {
                visitor.accept(table, changed);
            }
        }
    }

    /** The keys of the changed rows of one table, in no order. */
    Set<Long> keys(Table<?> table) {
        Map<Long, Record> changed = rows[table.place()];
        return changed == null ? Set.of() : changed.keySet();
    }

    /** How many rows are changed. */
    int rowCount() {
        return rowCount;
    }

    void clear() {
        Arrays.fill(rows, null);
        rowCount = 0;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
    private static @Nullable Map<Long, Record>[] noRows() {
        return new Map[Table.ALL.size()];
    }
}
