package linli.ledger;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of neighbouring keys in one array of bytes: {@code (8 bytes key ‖ u16 length ‖ row)*}, keys ascending without sign. The
 * same rows are the same bytes however they came there, so that accounts can be compared page by page.
 */
final class Page {
    private static final int HEAD_BYTES = Long.BYTES + Short.BYTES;
    private static final int MAX_ROW_BYTES = 0xffff;
    private static final byte[] EMPTY = {};

    private Page() {}

    /** The row under the key, or null. */
    static <V extends Record> @Nullable V find(Table<V> table, byte @Nullable [] page, long key) {
        if (page == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(page);
        for (int at = 0;
                at < page.length && Long.compareUnsigned(buffer.getLong(at), key) <= 0;
                at = next(buffer, at)) {
            if (buffer.getLong(at) == key) {
                return table.codec().fromBytes(page, at + HEAD_BYTES, next(buffer, at) - at - HEAD_BYTES);
            }
        }
        return null;
    }

    /**
     * The page with rows put in, replacing those of the same keys, or struck out: one walk along both.
     *
     * @param rows in the ascending order of their keys; null strikes out
     */
    static byte[] with(byte @Nullable [] stored, Map<Long, byte @Nullable []> rows) {
        ByteBuffer old = ByteBuffer.wrap(stored == null ? EMPTY : stored);
        int added = rows.values().stream()
                .mapToInt(row -> row == null ? 0 : HEAD_BYTES + row.length)
                .sum();
        ByteBuffer merged = ByteBuffer.allocate(old.capacity() + added);
        int at = 0;
        for (Map.Entry<Long, byte @Nullable []> row : rows.entrySet()) {
            int from = at;
            while (at < old.capacity() && Long.compareUnsigned(old.getLong(at), row.getKey()) < 0) {
                at = next(old, at);
            }
            merged.put(old.array(), from, at - from);
            put(merged, row.getKey(), row.getValue());
            boolean replaced = at < old.capacity() && old.getLong(at) == row.getKey();
            at = replaced ? next(old, at) : at;
        }
        merged.put(old.array(), at, old.capacity() - at);
        byte[] page = new byte[merged.position()];
        merged.flip().get(page);
        return page;
    }

    private static void put(ByteBuffer page, long key, byte @Nullable [] row) {
        if (row != null) {
            if (row.length > MAX_ROW_BYTES) {
                throw new IllegalStateException("a row of " + row.length + " bytes does not fit its page");
            }
            page.putLong(key).putShort((short) row.length).put(row);
        }
    }

    private static int next(ByteBuffer page, int at) {
        return at + HEAD_BYTES + Short.toUnsignedInt(page.getShort(at + Long.BYTES));
    }

    /** Visits the rows as they are stored; a page that is none is an exception. */
    static void forEachStored(byte[] page, BiConsumer<Long, byte[]> visitor) {
        ByteBuffer buffer = ByteBuffer.wrap(page);
        for (int at = 0; at < page.length; at = next(buffer, at)) {
            byte[] row = new byte[next(buffer, at) - at - HEAD_BYTES];
            buffer.get(at + HEAD_BYTES, row);
            visitor.accept(buffer.getLong(at), row);
        }
    }

    /** Visits the rows, decoded. */
    static <V extends Record> void forEach(Table<V> table, byte[] page, BiConsumer<Long, V> visitor) {
        ByteBuffer buffer = ByteBuffer.wrap(page);
        for (int at = 0; at < page.length; at = next(buffer, at)) {
            int from = at + HEAD_BYTES;
            visitor.accept(buffer.getLong(at), table.codec().fromBytes(page, from, next(buffer, at) - from));
        }
    }
}
