package linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table whose keys are the ids of entries, from the newest of a branch to its oldest. It walks page by page and stops
 * when it has enough, so the newest cost little however many there are; looking for what is rare costs a walk through all.
 */
final class NewestFirst<V extends Record> {
    private final Table<V> table;
    private final NavigableMap<Long, byte[]> saved;
    private final NavigableMap<Long, Record> fresh;

    /**
     * A walk.
     *
     * @param saved the pages in the file, by their numbers
     * @param fresh the rows that are not in it yet, or struck out
     */
    NewestFirst(Table<V> table, NavigableMap<Long, byte[]> saved, NavigableMap<Long, Record> fresh) {
        this.table = table;
        this.saved = saved;
        this.fresh = fresh;
    }

    /**
     * The newest rows.
     *
     * @param from key to begin with
     * @param to key to end with at the latest
     * @param limit how many at most
     */
    List<V> take(long from, long to, Predicate<V> those, int limit) {
        List<V> taken = new ArrayList<>();
        Long page = pageUpTo(table.pageOf(from));
        while (page != null && page >= table.pageOf(to) && taken.size() < limit) {
            rows(page).headMap(from, true).tailMap(to, true).descendingMap().values().stream()
                    .filter(those)
                    .limit(limit - taken.size())
                    .forEach(taken::add);
            page = pageUpTo(page - 1);
        }
        return taken;
    }

    private @Nullable Long pageUpTo(long number) {
        Long inFile = saved.floorKey(number);
        Long key = fresh.lowerKey(table.firstKeyAfter(number));
        Long inMemory = key == null ? null : (Long) table.pageOf(key);
        return inFile == null || (inMemory != null && inMemory > inFile) ? inMemory : inFile;
    }

    private NavigableMap<Long, V> rows(long number) {
        NavigableMap<Long, V> rows = new TreeMap<>();
        byte[] page = saved.get(number);
        if (page != null) {
            Page.forEach(table, page, rows::put);
        }
        for (Map.Entry<Long, Record> row : fresh.subMap(table.firstKeyAfter(number - 1), table.firstKeyAfter(number))
                .entrySet()) {
            if (Changes.isStruckOut(row.getValue())) {
                rows.remove(row.getKey());
            } else {
                rows.put(row.getKey(), table.codec().cast(row.getValue()));
            }
        }
        return rows;
    }
}
