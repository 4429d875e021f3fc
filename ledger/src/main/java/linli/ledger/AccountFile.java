package linli.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/**
 * The pages of the accounts in one MapDB file.
 *
 * <p>MapDB is used as {@code docs/architecture.md} says it is safe: through a file channel, with explicit serializers, by one
 * writer. Its write-ahead log is not replayed after a crash, which is why {@link AccountStore} never trusts a file that may have
 * been hit inside a commit.
 */
final class AccountFile implements AutoCloseable {
    private final DBMaker.Maker maker;
    private final Map<Table<?>, BTreeMap<Long, byte[]>> pages = new HashMap<>();
    private @Nullable DB db;

    private AccountFile(DBMaker.Maker maker) {
        this.maker = maker;
    }

    private AccountFile opened() {
        if (db == null) {
            db = maker.make();
            openTables(db);
        }
        return this;
    }

    private void openTables(DB db) {
        for (Table<?> table : Table.ALL) {
            pages.put(
                    table,
                    db.treeMap(table.name())
                            .keySerializer(Serializer.LONG)
                            .valueSerializer(Serializer.BYTE_ARRAY)
                            // A page has kilobytes: in the node beside 31 others, each write would write all of them.
                            .valuesOutsideNodesEnable()
                            .createOrOpen());
        }
    }

    /** A file that is committed to again and again. */
    static AccountFile open(Path file) {
        return new AccountFile(maker(file).transactionEnable()).opened();
    }

    /** A file that is written from start to end and not trusted before it is closed: faster by a half. */
    static AccountFile openForBuilding(Path file) {
        return openWhenWritten(file).opened();
    }

    /** As {@link #openForBuilding}, but there is no file before something is written: the audit of a small log needs none. */
    static AccountFile openWhenWritten(Path file) {
        return new AccountFile(maker(file));
    }

    private static DBMaker.Maker maker(Path file) {
        return DBMaker.fileDB(file.toFile()).fileChannelEnable();
    }

    byte @Nullable [] page(Table<?> table, long number) {
        return db == null ? null : pagesOf(table).get(number);
    }

    /** All pages of a table by their numbers. */
    NavigableMap<Long, byte[]> pages(Table<?> table) {
        return db == null ? Collections.emptyNavigableMap() : pagesOf(table);
    }

    /**
     * Visits the pages of a table, also while they are written. A page that is taken away meanwhile is passed over: all its rows
     * are struck out.
     */
    void forEachPage(Table<?> table, Consumer<byte[]> visitor) {
        for (byte @Nullable [] page : pages(table).values()) {
            if (page != null) {
                visitor.accept(page);
            }
        }
    }

    /** Writes every changed page once. */
    void write(Changes changes) {
        opened();
        changes.forEachTable(this::write);
    }

    private void write(Table<?> table, Map<Long, Record> rows) {
        BTreeMap<Long, byte[]> stored = pagesOf(table);
        List<Map.Entry<Long, Record>> sorted = new ArrayList<>(rows.entrySet());
        sorted.sort(Map.Entry.comparingByKey(Long::compareUnsigned));
        for (int from = 0, to; from < sorted.size(); from = to) {
            long number = table.pageOf(sorted.get(from).getKey());
            Map<Long, byte @Nullable []> ofPage = new LinkedHashMap<>();
            for (to = from; to < sorted.size() && table.pageOf(sorted.get(to).getKey()) == number; to++) {
                Map.Entry<Long, Record> row = sorted.get(to);
                ofPage.put(row.getKey(), bytes(table, row.getValue()));
            }
            store(stored, number, Page.with(stored.get(number), ofPage));
        }
    }

    private static byte @Nullable [] bytes(Table<?> table, Record row) {
        return Changes.isStruckOut(row) ? null : table.codec().toBytes(row);
    }

    /** A page with nothing on it is not kept: the same rows are the same pages. */
    private static void store(BTreeMap<Long, byte[]> stored, long number, byte[] page) {
        if (page.length == 0) {
            stored.remove(number);
        } else {
            stored.put(number, page);
        }
    }

    void commit() {
        if (db != null) {
            db.commit();
        }
    }

    @Override
    public void close() {
        if (db != null) {
            db.close();
        }
    }

    private BTreeMap<Long, byte[]> pagesOf(Table<?> table) {
        BTreeMap<Long, byte[]> found = pages.get(table);
        if (found == null) {
            throw new IllegalStateException("no table " + table.name());
        }
        return found;
    }
}
