package linli.ledger;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says in words which row of the accounts is meant, and in what two versions of it differ. */
final class RowWords {
    private static final Map<Class<? extends Record>, Function<Record, String>> NAMES = new HashMap<>();

    static {
        on(VolunteerAccount.class, volunteer -> "volunteer " + volunteer.no());
        on(LastPin.class, pin -> "PIN of " + pin.volunteer());
        on(Activity.class, activity -> "activity " + activity.id());
        on(Visit.class, visit -> "check-in " + visit.checkIn());
        on(ServiceRecord.class, record -> "record " + record.id());
        on(ServiceTotal.class, RowWords::name);
        on(PointsAccount.class, RowWords::name);
        on(Purse.class, purse -> "purse of volunteer " + purse.volunteer() + " at branch " + purse.branch());
        on(Movement.class, movement -> "passbook line " + movement.cause());
        on(Transfer.class, transfer -> "transfer " + transfer.sent());
        on(Wish.class, wish -> "wish " + wish.id());
        on(ClaimRequest.class, request -> "request " + request.id() + " for wish " + request.wish());
        on(ClaimAnswer.class, answer -> "answer " + answer.entry() + " to request " + answer.request());
        on(Shop.class, shop -> "shop of branch " + shop.branch());
        on(Item.class, item -> "item " + item.id());
        on(Redemption.class, redemption -> "redemption " + redemption.id());
        on(CouponUse.class, use -> "coupon use " + use.entry());
        on(Customer.class, one -> "redemptions of volunteer " + one.volunteer() + " at branch " + one.branch());
        on(ShopDay.class, day -> "shop day " + day.day() + " of branch " + day.branch());
        on(ItemDay.class, day -> "day " + day.day() + " of item " + day.item());
        on(Price.class, RowWords::name);
        on(Delivery.class, RowWords::name);
        on(StockTake.class, RowWords::name);
        on(Certificate.class, certificate -> "certificate " + certificate.id());
        on(NationalEntry.class, answer -> "national answer to record " + answer.record());
        on(Team.class, team -> "team " + team.id());
        on(Membership.class, member -> "volunteer " + member.volunteer() + " in team " + member.team());
        on(StaffMember.class, member -> "staff " + member.handle());
        on(Branch.class, branch -> "branch " + branch.number());
        on(Volume.class, volume -> "log " + volume.origin() + " of branch " + volume.branch());
        on(CountyView.class, view -> "county as seen by branch " + view.branch());
        on(AdoptedPolicy.class, policy -> "policy version " + policy.version());
        on(Finding.class, finding -> "finding on entry " + finding.entry());
        on(Table.Request.class, request -> "request of entry " + request.entry());
        on(Table.OfDay.class, day -> "day of entries " + day.entries());
        on(Table.Named.class, named -> "list with " + named.entry());
        on(Table.Receipt.class, receipt -> "receipt " + receipt.received());
        on(Table.LastCertificate.class, last -> "last certificate of volunteer " + last.volunteer());
        on(Table.AskedFor.class, asked -> "requests " + asked.requests() + " for wish " + asked.wish());
    }

    private RowWords() {}

    private static <V extends Record> void on(Class<V> row, Function<V, String> words) {
        NAMES.put(row, known -> words.apply(row.cast(known)));
    }

    static <V extends Record> RowDifference difference(
            Table<V> table, long key, byte @Nullable [] saved, byte @Nullable [] posted) {
        V was = read(table, saved);
        V is = read(table, posted);
        V known = is == null ? was : is;
        String row = known == null ? String.format("row %016x", key) : name(key, known);
        return new RowDifference(table.name(), row, detail(saved, was, is));
    }

    private static <V extends Record> @Nullable V read(Table<V> table, byte @Nullable [] row) {
        try {
            return row == null ? null : table.codec().fromBytes(row, 0, row.length);
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    private static String detail(byte @Nullable [] saved, @Nullable Record was, @Nullable Record is) {
        if (saved == null) {
            return "missing in the accounts";
        } else if (is == null) {
            return "in the accounts, but not in the log";
        } else if (was == null) {
            return "cannot be read";
        }
        List<String> parts = new ArrayList<>();
        for (RecordComponent part : is.getClass().getRecordComponents()) {
            Object saidByAccounts = value(part, was);
            Object saidByLog = value(part, is);
            if (!Objects.equals(saidByAccounts, saidByLog)) {
                parts.add(part.getName() + " is " + saidByAccounts + ", by the log " + saidByLog);
            }
        }
        return parts.isEmpty() ? "the same in other bytes" : String.join("; ", parts);
    }

    private static @Nullable Object value(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor failed", e);
        }
    }

    private static String name(long key, Record row) {
        Function<Record, String> words = NAMES.get(row.getClass());
        return words == null ? "row " + key : words.apply(row);
    }

    private static String name(ServiceTotal total) {
        return "total of " + total.place() + ", " + total.category() + ", " + total.evidence()
                + (total.approved() ? ", approved" : ", waiting");
    }

    private static String name(ItemLine line) {
        return "line " + line.entry() + " of item " + line.item();
    }

    private static String name(PointsAccount points) {
        String kind = "points " + points.kind().name().toLowerCase(Locale.ROOT);
        return points.volunteer() == null
                ? kind + " at branch " + points.branch()
                : kind + " of volunteer " + points.volunteer();
    }
}
