package linli.ledger;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBException;

/**
 * The posted accounts: what is saved in the MapDB file, and on top of it in memory what has been posted since.
 *
 * <p>A marker file stands while MapDB writes. Where it stands when the store is opened, a crash hit the writing; then, and
 * whenever MapDB complains, the file is thrown away and built again from the log. Nothing is lost by that: the log is the truth.
 *
 * <p>One thread writes; any number read, inside {@link #reading}.
 */
final class AccountStore implements Accounts, AutoCloseable {
    /** Another number for every other layout of the tables: what an earlier Linli saved is then built anew from the log. */
    static final String FILE = "accounts-8.db";

    private final Path folder;
    private final WritingMark mark;
    private AccountFile file;
    private SavedRows saved;
    private Changes unsaved;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean building;
    /** True from the beginning of a commit to its end, and ever after one that failed: then the marker stands. */
    private boolean doubtful;

    private AccountStore(Path folder, AccountFile file, boolean building) {
        this.folder = folder;
        this.mark = new WritingMark(folder);
        this.file = file;
        SavedRows.Pages pages = (table, number) -> this.file.page(table, number);
        this.saved = building ? SavedRows.ofEmpty(pages) : new SavedRows(pages);
        this.unsaved = new Changes(saved);
        this.building = building;
    }

    /** Opens what is there; where nothing sound is there, an empty store to be built. */
    static AccountStore open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!new WritingMark(folder).stands() && Files.exists(folder.resolve(FILE))) {
                return new AccountStore(folder, AccountFile.open(folder.resolve(FILE)), false);
            }
        } catch (IOException e) {
            throw disk(e);
        } catch (RuntimeException damaged) {
            // Whatever MapDB throws at a file it cannot read: the log has everything, so build anew.
        }
        return openEmpty(folder);
    }

    /** An empty store to be built from the log, in place of whatever was there. */
    static AccountStore openEmpty(Path folder) {
        try {
            Files.createDirectories(folder);
            // First: what is half thrown away must never be trusted.
            WritingMark mark = new WritingMark(folder);
            mark.put();
            for (Path old : MoreFiles.listFiles(folder)) {
                if (!mark.is(old)) {
                    MoreFiles.deleteRecursively(old, RecursiveDeleteOption.ALLOW_INSECURE);
                }
            }
            return new AccountStore(folder, AccountFile.openForBuilding(folder.resolve(FILE)), true);
        } catch (IOException e) {
            throw disk(e);
        }
    }

    /** An empty store of somebody who only wants to look: kept in memory as long as it fits there, and never trusted again. */
    static AccountStore scratch(Path folder) {
        return new AccountStore(folder, AccountFile.openWhenWritten(folder.resolve(FILE)), true);
    }

    /** What is in a folder that {@link AccountCopy} filled, as it is: nothing is repaired, and damage is an exception. */
    static AccountStore openAsItIs(Path folder) {
        return new AccountStore(folder, AccountFile.open(folder.resolve(FILE)), false);
    }

    /** The same folder, emptied. This store is closed by it. */
    AccountStore startOver() {
        closeQuietly();
        return openEmpty(folder);
    }

    @Override
    public <V extends Record> @Nullable V get(Table<V> table, long key) {
        return unsaved.get(table, key);
    }

    /** Takes posted rows over; readers see all of them or none. */
    void add(Changes posted) {
        change(() -> unsaved.addAll(posted));
    }

    /** What is posted and not saved, to post into directly. Only for who is alone with the store: readers would see halves. */
    Changes alone() {
        return unsaved;
    }

    int unsavedRows() {
        return unsaved.rowCount();
    }

    /**
     * Saves what is only in memory. It stays readable throughout: only letting go of it keeps readers out, for a moment.
     *
     * <p>After a save that failed nobody knows what MapDB made of its file. This run goes on, the next one builds it anew.
     */
    void save() {
        boolean sound = !building && !doubtful;
        doubtful = true;
        try {
            mark.put();
            file.write(unsaved);
            file.commit();
            if (sound) {
                mark.remove();
            }
        } catch (IOException | DBException.VolumeIOError e) {
            throw disk(e);
        }
        doubtful = !sound;
        change(() -> {
            saved.noteWritten(unsaved);
            unsaved.clear();
        });
    }

    /**
     * Runs queries with no posting between them. An interrupt is handed back afterwards: in the middle of a read it would close
     * the file for everybody.
     */
    <R> R reading(Supplier<R> queries) {
        boolean interrupted = Thread.interrupted();
        lock.readLock().lock();
        try {
            return queries.get();
        } finally {
            lock.readLock().unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void change(Runnable posting) {
        lock.writeLock().lock();
        try {
            posting.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Ends building: from here on the file is trusted. */
    void built() {
        if (building) {
            save();
            file.close();
            building = false;
            doubtful = false;
            try {
                WritingMark.force(folder.resolve(FILE));
                mark.remove();
            } catch (IOException e) {
                throw disk(e);
            }
            file = AccountFile.open(folder.resolve(FILE));
        }
    }

    /** Builds the accounts anew beside these, which are read meanwhile, and puts them in their place. */
    void replace(Consumer<AccountStore> building) {
        Path beside = folder.resolveSibling(folder.getFileName() + "-new");
        try (AccountStore fresh = openEmpty(beside)) {
            building.accept(fresh);
            fresh.built();
        }
        change(() -> takeOver(beside));
    }

    private void takeOver(Path fresh) {
        try {
            mark.put();
            closeQuietly();
            Files.move(fresh.resolve(FILE), folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            file = AccountFile.open(folder.resolve(FILE));
            saved = new SavedRows((table, number) -> file.page(table, number));
            unsaved = new Changes(saved);
            mark.remove();
            doubtful = false;
            MoreFiles.deleteRecursively(fresh, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw disk(e);
        }
    }

    /** Visits every row of a table, saved or not, in no order that anybody should rely on. */
    <V extends Record> void forEach(Table<V> table, Consumer<V> visitor) {
        Map<Long, Record> fresh = unsaved.rows(table);
        file.forEachPage(
                table,
                page -> Page.forEach(table, page, (key, row) -> {
                    if (!fresh.containsKey(key)) {
                        visitor.accept(row);
                    }
                }));
        fresh.values().stream()
                .filter(row -> !Changes.isStruckOut(row))
                .forEach(row -> visitor.accept(table.codec().cast(row)));
    }

    /** A walk through the rows of a table whose keys are ids of entries. */
    <V extends Record> NewestFirst<V> newestFirst(Table<V> table) {
        return new NewestFirst<>(table, file.pages(table), unsaved.rows(table));
    }

    /** The saved pages of a table. */
    Map<Long, byte[]> savedPages(Table<?> table) {
        return file.pages(table);
    }

    /** Lets go of what is not saved: only who knows how far the log is posted can save. */
    @Override
    public void close() {
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            file.close();
        } catch (RuntimeException damaged) {
            // What was saved is on the disk, and what was not is in the log.
        }
    }

    static LedgerException disk(Exception e) {
        return new LedgerException(
                LedgerException.Code.DISK,
                "the accounts cannot be written: " + e.getClass().getSimpleName()
                        + "; check that the disk has room and is writable",
                e);
    }
}
