package linli.ledger;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
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

    /** Two megabytes; a log of more entries is still served, with more look-ups in vain. */
    private static final int EXPECTED_REQUESTS = 2_000_000;

    private static final double MISTAKEN = 0.02;

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

    /**
     * Which request ids the file may have, where it was written from its beginning; else null. Nearly every id that is asked for
     * is new, and their pages are too many to keep.
     */
    private final @Nullable BloomFilter<Long> requests;

    private SavedRows(Pages file, @Nullable BloomFilter<Long> requests) {
        this.file = file;
        this.requests = requests;
    }

    /** The rows of a file that has some. */
    SavedRows(Pages file) {
        this(file, null);
    }

    /** The rows of a file that is empty so far; all that come into it are told to {@link #noteWritten}. */
    static SavedRows ofEmpty(Pages file) {
        return new SavedRows(file, BloomFilter.create(Funnels.longFunnel(), EXPECTED_REQUESTS, MISTAKEN));
    }

    @Override
    public <V extends Record> @Nullable V get(Table<V> table, long key) {
        if (!table.hot()) {
            return mayHave(table, key) ? Page.find(table, page(table, key), key) : null;
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

    private boolean mayHave(Table<?> table, long key) {
        return requests == null || table != Table.REQUESTS || requests.mightContain(key);
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
        if (requests != null) {
            written.keys(Table.REQUESTS).forEach(requests::put);
        }
        written.forEachTable((table, changed) -> changed.forEach((key, row) -> {
            if (table.hot()) {
                rows.put(new Key(table, key), Changes.isStruckOut(row) ? NO_ROW : row);
            } else {
                pages.invalidate(new Key(table, table.pageOf(key)));
            }
        }));
    }
}
