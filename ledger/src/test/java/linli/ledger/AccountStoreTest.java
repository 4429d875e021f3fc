package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import linli.entry.EntryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts in their file, read while they are saved. */
class AccountStoreTest {
    /** Far apart, so that each is on a page of its own. */
    private static final List<EntryId> HUNG =
            List.of(new EntryId(1, 0), new EntryId(2, 0), new EntryId(3, 0), new EntryId(4, 0));

    @TempDir
    Path folder;

    /** As when points of the last record on show are paid out while somebody looks at the list. */
    @Test
    void aListIsReadWhileItsLastRowsAreSavedAway() {
        try (AccountStore store = AccountStore.openEmpty(folder)) {
            store.built();
            change(store, changes -> HUNG.forEach(id -> changes.put(Table.ON_SHOW, id.toLong(), new Table.Named(id))));
            store.save();
            change(store, changes -> HUNG.subList(1, 4).forEach(id -> changes.remove(Table.ON_SHOW, id.toLong())));
            List<EntryId> seen = new ArrayList<>();
            store.forEach(Table.ON_SHOW, row -> {
                seen.add(row.entry());
                store.save();
            });
            assertEquals(HUNG.subList(0, 1), seen);
        }
    }

    private static void change(AccountStore store, Consumer<Changes> change) {
        Changes changes = new Changes(store);
        change.accept(changes);
        store.add(changes);
    }
}
