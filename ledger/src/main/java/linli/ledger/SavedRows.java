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
        if (known != null) {
            return table.codec().cast(known);
        }
        V row = Page.find(table, file.page(table, table.pageOf(key)), key);
        if (row != null) {
            rows.put(place, row);
        }
        return row;
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

    /** Rows that are superseded from here on. */
    void forgetRows(Changes superseding) {
        superseding.forEachKey((table, key) -> {
            if (table.hot()) {
                rows.invalidate(new Key(table, key));
            }
        });
    }

    /** The pages of rows that have been written. */
    void forgetPages(Changes written) {
        written.forEachKey((table, key) -> {
            if (!table.hot()) {
                pages.invalidate(new Key(table, table.pageOf(key)));
            }
        });
    }
}
