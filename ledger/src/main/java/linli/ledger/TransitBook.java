package linli.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;

/** Points that one branch sent and another receives. */
public final class TransitBook {
    private final Rows rows;

    TransitBook(Rows rows) {
        this.rows = rows;
    }

    /** Points on their way, oldest first: sent and, as far as it is known here, not received. */
    public List<Transfer> inTransit() {
        return rows.sorted(Table.TRANSFERS, Comparator.comparing(Transfer::sent)).stream()
                .filter(transfer -> receiptOf(transfer).isEmpty())
                .toList();
    }

    public Optional<Transfer> transfer(EntryId sent) {
        return rows.find(Table.TRANSFERS, sent.toLong());
    }

    /** The entry by which a transfer was received. */
    public Optional<EntryId> receiptOf(Transfer transfer) {
        return receipt(transfer.toBranch(), transfer.sent());
    }

    /** The entry by which a branch received what was sent. */
    public Optional<EntryId> receipt(int receiver, EntryId sent) {
        return rows.find(Table.RECEIPTS, accounts -> RowKeys.ofReceipt(accounts, receiver, sent))
                .map(Table.Receipt::received);
    }
}
