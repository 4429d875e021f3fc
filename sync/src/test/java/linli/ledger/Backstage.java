package linli.ledger;

import com.google.common.base.Ticker;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import linli.log.Disk;
import linli.log.Progress;
import linli.log.SigningKey;

/** Ledgers on a machine that a simulator plays, and a look at their rows. */
public final class Backstage {
    private static final int DIGITS = 16;
    private static final Duration SAVE_EVERY = Duration.ofSeconds(4);

    /** What a node knows beside its accounts: how its own requests went, and how far it is. */
    private static final Set<Table<?>> NOT_ACCOUNTS = Set.of(Table.REQUESTS, Table.POSITIONS);

    private final Machine machine;

    public Backstage(InstantSource clock, Ticker ticker, Disk disk) {
        this.machine = new Machine(clock, ticker, disk, SAVE_EVERY);
    }

    public Ledger found(Path folder, String name, String origin, SigningKey key) {
        return Opening.found(folder, name, origin, Policy.defaultDocument(), key, machine);
    }

    public Ledger join(NodeFolder node, SigningKey key, long countyTimeSeconds) {
        return Opening.join(node, key, countyTimeSeconds, machine);
    }

    public Ledger open(NodeFolder node, SigningKey key) {
        return Opening.open(node, key, machine, Progress.UNSEEN);
    }

    /** Makes the folder the node's again, after its disk died and its log came back from others. */
    public static void refurnish(NodeFolder node) {
        node.create();
    }

    /** What keeps a node from writing that was set back to an older state by somebody who knows it. */
    public static void holdBack(NodeFolder node) {
        node.holdBack();
    }

    /** A digest of all accounts: equal where the accounts are. */
    public static String accounts(Ledger ledger) {
        return ledger.books().together(books -> digest(ledger.store()));
    }

    /** In which rows the accounts differ from those posted anew from the logs that the ledger holds; empty where in none. */
    public static String differences(Ledger ledger, Path scratch) {
        List<String> differences = new ArrayList<>();
        try (AccountStore anew = AccountStore.scratch(scratch)) {
            new Bookkeeper(ledger.mirrors(), ledger.node(), Progress.UNSEEN).postAll(anew);
            for (Table<?> table : Table.ALL) {
                if (!NOT_ACCOUNTS.contains(table)) {
                    compare(table, rows(ledger.store(), table), rows(anew, table), differences);
                }
            }
        }
        return String.join("\n", differences);
    }

    private static <V extends Record> void compare(
            Table<V> table, Map<Long, byte[]> here, Map<Long, byte[]> anew, List<String> differences) {
        Set<Long> keys = new TreeSet<>(here.keySet());
        keys.addAll(anew.keySet());
        keys.removeIf(key -> Arrays.equals(here.get(key), anew.get(key)));
        keys.forEach(key -> differences.add(
                RowWords.difference(table, key, here.get(key), anew.get(key)).toString()));
    }

    /** Every transfer that counts, received or not. */
    public static List<Transfer> transfers(Ledger ledger) {
        List<Transfer> transfers = new ArrayList<>();
        ledger.books().together(books -> {
            ledger.store().forEach(Table.TRANSFERS, transfers::add);
            return transfers;
        });
        return transfers;
    }

    private static String digest(AccountStore store) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (Table<?> table : Table.ALL) {
            if (!NOT_ACCOUNTS.contains(table)) {
                hasher.putUnencodedChars(table.name());
                rows(store, table)
                        .forEach((key, row) ->
                                hasher.putLong(key).putInt(row.length).putBytes(row));
            }
        }
        return hasher.hash().toString().substring(0, DIGITS);
    }

    private static NavigableMap<Long, byte[]> rows(AccountStore store, Table<?> table) {
        NavigableMap<Long, byte[]> rows = new TreeMap<>();
        for (Map.Entry<Long, byte[]> page : store.savedPages(table).entrySet()) {
            Page.forEachStored(page.getValue(), rows::put);
        }
        store.alone().rows(table).forEach((key, row) -> {
            if (Changes.isStruckOut(row)) {
                rows.remove(key);
            } else {
                rows.put(key, table.codec().toBytes(row));
            }
        });
        return rows;
    }
}
