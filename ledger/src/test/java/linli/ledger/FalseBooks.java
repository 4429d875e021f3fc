package linli.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Lot;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;

/** Accounts as no rule would post them, for whoever should notice. */
public final class FalseBooks {
    public static final VolunteerNo CHEN = new VolunteerNo(new EntryId(0, 5));
    public static final EntryId RICE = new EntryId(0, 9);

    private final Changes rows;

    private FalseBooks(Changes rows) {
        this.rows = rows;
    }

    /** Lets somebody write rows, and somebody read them. */
    public static void read(Path folder, Consumer<FalseBooks> writing, Consumer<Books> reading) {
        try (AccountStore store = AccountStore.openEmpty(folder)) {
            writing.accept(new FalseBooks(store.alone()));
            reading.accept(new Books(0, store));
        }
    }

    /** What the account says, while the counter-account makes the sum right. */
    public FalseBooks held(long points) {
        put(PointsAccount.of(0, Kind.HELD, CHEN).plus(points));
        put(PointsAccount.of(0, Kind.ISSUED).plus(-points));
        return this;
    }

    public FalseBooks inLots(long points) {
        rows.put(
                Table.PURSES, RowKeys.ofPurse(rows, 0, CHEN), new Purse(0, CHEN, List.of(new Lot(points, null)), null));
        return this;
    }

    public FalseBooks redeemed(long points) {
        put(PointsAccount.of(0, Kind.REDEEMED).plus(points));
        put(PointsAccount.of(0, Kind.ISSUED).plus(-points));
        return this;
    }

    private void put(PointsAccount account) {
        rows.put(Table.POINTS, RowKeys.ofPoints(rows, account), account);
    }

    /** An item, and one day on which it was redeemed. */
    public FalseBooks item(long stock, Turnover turnover) {
        Item item = new Item(RICE, 0, "大米", "袋", null, 5, stock, null, null, RICE, null, null);
        LocalDate day = TestLedger.TODAY;
        rows.put(Table.ITEMS, RICE.toLong(), item);
        rows.put(Table.ITEM_DAYS, Table.itemDayKey(0, day, 0), new ItemDay(RICE, day, turnover, stock, null, null));
        return this;
    }

    public static Turnover received(long pieces) {
        return Turnover.received(pieces);
    }

    public static Turnover redeemed(long pieces, long points) {
        return Turnover.redeemed(pieces, points);
    }
}
