package linli.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.jspecify.annotations.Nullable;

/** Adds up an {@link IntakeCheck} row by row. */
final class CheckTally {
    private final LongHashSet volunteers = new LongHashSet();
    private final Map<Flag.Kind, Long> flags = new EnumMap<>(Flag.Kind.class);
    private final List<RowError> errors = new ArrayList<>();
    private long rows;
    private long rowsOfOtherSites;
    private long minutes;
    private long errorCount;
    private @Nullable LocalDate firstDate;
    private @Nullable LocalDate lastDate;

    void add(RowScan.ScannedRow scanned) {
        if (scanned.ofOtherSite()) {
            rowsOfOtherSites++;
            return;
        }
        rows++;
        if (scanned.errors().isEmpty()) {
            addGood(scanned.row());
        } else {
            addErrors(scanned.errors());
        }
    }

    private void addGood(CheckedRow checked) {
        ServiceRow row = checked.row();
        volunteers.add(Flagger.volunteerKey(row));
        minutes += row.minutes();
        firstDate = firstDate == null || row.date().isBefore(firstDate) ? row.date() : firstDate;
        lastDate = lastDate == null || row.date().isAfter(lastDate) ? row.date() : lastDate;
        checked.flags().forEach(flag -> flags.merge(flag.kind(), 1L, Long::sum));
    }

    private void addErrors(List<RowError> found) {
        errorCount += found.size();
        found.stream().limit(Limits.ERRORS_SHOWN - errors.size()).forEach(errors::add);
    }

    IntakeCheck total() {
        return new IntakeCheck(
                rows, rowsOfOtherSites, volunteers.size(), minutes, firstDate, lastDate, flags, errorCount, errors);
    }
}
