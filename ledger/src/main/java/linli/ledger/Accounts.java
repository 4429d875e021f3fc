package linli.ledger;

import org.jspecify.annotations.Nullable;

/** Rows under keys: the accounts as a rule reads them, whether they are on disk, in memory or still in question. */
interface Accounts {
    <V extends Record> @Nullable V get(Table<V> table, long key);
}
