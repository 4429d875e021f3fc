package linli.ledger;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds the saved pages of one table against those posted anew; equal pages are not looked into. */
final class PageComparison<V extends Record> {
    private static final byte[] NO_PAGE = {};

    private final Table<V> table;
    private final Consumer<RowDifference> differences;

    PageComparison(Table<V> table, Consumer<RowDifference> differences) {
        this.table = table;
        this.differences = differences;
    }

    /** One walk along both, in the order of the page numbers. */
    void compare(Map<Long, byte[]> saved, Map<Long, byte[]> posted) {
        Walk left = new Walk(saved);
        Walk right = new Walk(posted);
        while (left.number != null || right.number != null) {
            Long number = lower(left.number, right.number);
            comparePages(number, left.take(number), right.take(number));
        }
    }

    private static Long lower(@Nullable Long left, @Nullable Long right) {
        if (left == null || right == null) {
            return left == null ? Objects.requireNonNull(right) : left;
        }
        return Math.min(left, right);
    }

    /** Pages in ascending order of their numbers; a damaged tree that goes back, or in a circle, ends it. */
    private static final class Walk {
        private final Iterator<Map.Entry<Long, byte[]>> pages;
        private @Nullable Long number;
        private byte[] page = NO_PAGE;

        Walk(Map<Long, byte[]> pages) {
            this.pages = pages.entrySet().iterator();
            next();
        }

        byte[] take(long wanted) {
            if (number == null || number != wanted) {
                return NO_PAGE;
            }
            byte[] taken = page;
            next();
            return taken;
        }

        private void next() {
            if (!pages.hasNext()) {
                number = null;
                return;
            }
            Map.Entry<Long, byte[]> entry = pages.next();
            if (number != null && entry.getKey() <= number) {
                throw new IllegalStateException("pages out of order");
            }
            number = entry.getKey();
            page = entry.getValue();
        }
    }

    private void comparePages(long number, byte[] saved, byte[] posted) {
        if (Arrays.equals(saved, posted)) {
            return;
        }
        NavigableMap<Long, byte[]> savedRows = rows(saved);
        NavigableMap<Long, byte[]> postedRows = rows(posted);
        TreeMap<Long, byte[]> all = new TreeMap<>(savedRows);
        all.putAll(postedRows);
        int told = 0;
        for (Long key : all.keySet()) {
            byte[] was = savedRows.get(key);
            byte[] is = postedRows.get(key);
            if (!Arrays.equals(was, is)) {
                differences.accept(RowWords.difference(table, key, was, is));
                told++;
            }
        }
        if (told == 0) {
            String page = "page " + number;
            differences.accept(
                    new RowDifference(table.name(), page, "its rows are out of order or followed by other bytes"));
        }
    }

    private static NavigableMap<Long, byte[]> rows(byte[] page) {
        NavigableMap<Long, byte[]> rows = new TreeMap<>();
        Page.forEachStored(page, rows::put);
        return rows;
    }
}
