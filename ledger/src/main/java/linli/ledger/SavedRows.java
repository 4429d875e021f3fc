package linli.ledger;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The rows in the file, with what was read last kept at hand: decoded rows of the tables that are read again and again, and the
 * bytes of pages of the others. So a look-up of somebody who was here lately does not touch the disk.
 */
final class SavedRows implements Accounts {
    private static final int HOT_ROWS = 16_384;
    private static final int PAGE_CACHE_BYTES =
            (int) Math.min(32 << 20, Runtime.getRuntime().maxMemory() / 10);
    private static final byte[] NO_PAGE = {};

    /** Where pages come from. */
    interface Pages {
        byte @Nullable [] page(Table<?> table, long number);
    }

    private record Key(Table<?> table, long number) {}

    /** Stands for a row that is not in the file, so that it is not looked for again and again. */
    private record NoRow() {}

    private static final NoRow NO_ROW = new NoRow();

    private final Pages file;
    private final Cache<Key, Record> rows =
            CacheBuilder.newBuilder().maximumSize(HOT_ROWS).build();
    private final Cache<Key, byte[]> pages = CacheBuilder.newBuilder()
            .maximumWeight(PAGE_CACHE_BYTES)
            .<Key, byte[]>weigher((key, page) -> 100 + page.length)
            .build();

    SavedRows(Pages file) {
        this.file = file;
    }

    @Override
    public <V extends Record> @Nullable V get(Table<V> table, long key) {
        if (!table.hot()) {
            return Page.find(table, page(table, key), key);
        }
        Key place = new Key(table, key);
        Record known = rows.getIfPresent(place);
        if (known == null) {
            V row = Page.find(table, file.page(table, table.pageOf(key)), key);
            known = row == null ? NO_ROW : row;
            rows.put(place, known);
        }
        return known.equals(NO_ROW) ? null : table.codec().cast(known);
    }

    private byte[] page(Table<?> table, long key) {
        Key place = new Key(table, table.pageOf(key));
        byte[] page = pages.getIfPresent(place);
        if (page == null) {
            byte[] stored = file.page(table, place.number());
            page = stored == null ? NO_PAGE : stored;
            pages.put(place, page);
        }
        return page;
    }

    /** Takes note of rows that have been written to the file: what is read again and again is read from here at once. */
    void noteWritten(Changes written) {
        written.forEachTable((table, changed) -> changed.forEach((key, row) -> {
            if (table.hot()) {
                rows.put(new Key(table, key), row);
            } else {
                pages.invalidate(new Key(table, table.pageOf(key)));
            }
        }));
    }
}
