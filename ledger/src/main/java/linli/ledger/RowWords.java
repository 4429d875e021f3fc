package linli.ledger;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words which row of the accounts is meant, and in what two versions of it differ. */
final class RowWords {
    private RowWords() {}

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
        if (row instanceof VolunteerAccount volunteer) {
            return "volunteer " + volunteer.no();
        } else if (row instanceof Activity activity) {
            return "activity " + activity.id();
        } else if (row instanceof ServiceRecord record) {
            return "record " + record.id();
        } else if (row instanceof PointsAccount points) {
            return name(points);
        } else if (row instanceof ServiceTotal total) {
            return "total of " + total.place() + ", " + total.category() + ", " + total.evidence()
                    + (total.approved() ? ", approved" : ", waiting");
        } else if (row instanceof StaffMember member) {
            return "staff " + member.handle();
        } else if (row instanceof Branch branch) {
            return "branch " + branch.number();
        } else if (row instanceof AdoptedPolicy policy) {
            return "policy version " + policy.version();
        } else if (row instanceof Finding finding) {
            return "finding on entry " + finding.entry();
        } else if (row instanceof Table.Request request) {
            return "request of entry " + request.entry();
        } else if (row instanceof Table.OfDay day) {
            return "day of entries " + day.entries();
        } else if (row instanceof Visit visit) {
            return "check-in " + visit.checkIn();
        } else if (row instanceof Table.Named named) {
            return "list with " + named.entry();
        } else if (row instanceof Purse purse) {
            return "purse of volunteer " + purse.volunteer() + " at branch " + purse.branch();
        } else if (row instanceof Movement movement) {
            return "passbook line " + movement.cause();
        } else if (row instanceof Volume volume) {
            return "log " + volume.origin() + " of branch " + volume.branch();
        } else if (row instanceof CountyView view) {
            return "county as seen by branch " + view.branch();
        } else if (row instanceof Transfer transfer) {
            return "transfer " + transfer.sent();
        } else if (row instanceof Certificate certificate) {
            return "certificate " + certificate.id();
        } else if (row instanceof NationalEntry entry) {
            return "national answer to record " + entry.record();
        } else if (row instanceof Table.Receipt receipt) {
            return "receipt " + receipt.received();
        }
        return "row " + key;
    }

    private static String name(PointsAccount points) {
        String kind = "points " + points.kind().name().toLowerCase(Locale.ROOT);
        return points.volunteer() == null
                ? kind + " at branch " + points.branch()
                : kind + " of volunteer " + points.volunteer();
    }
}
