package linli.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import linli.entry.VolunteerNo;

/**
 * Time that somebody served at two branches at once. No branch can see it alone; it is found where their logs have met. It is
 * shown to whoever approves and audits, and nothing is dropped by it: which of the two is wrong people must say.
 */
public final class Overlaps {
    private final Rows rows;

    Overlaps(Rows rows) {
        this.rows = rows;
    }

    /**
     * Two records of one volunteer at two branches that share some time.
     *
     * @param one the one whose branch has the smaller number
     * @param other the other
     */
    public record Pair(ServiceRecord one, ServiceRecord other) {}

    /** Standing records at other branches that share some time with a record. */
    public List<ServiceRecord> with(ServiceRecord record) {
        return rows.together(() -> branches()
                .filter(branch -> branch != record.id().branch())
                .flatMap(branch -> around(branch, record.volunteer(), record.day()))
                .filter(record::overlaps)
                .toList());
    }

    /** Every such pair there is: the pages of all guests are gone through. */
    public List<Pair> all() {
        return rows.together(() -> {
            Set<Pair> pairs =
                    new TreeSet<>(Comparator.comparing((Pair pair) -> pair.one().id())
                            .thenComparing(pair -> pair.other().id()));
            rows.visit(
                    Table.GUESTS,
                    guest -> records(guest)
                            .filter(record -> record.state().stands())
                            .forEach(record -> with(record).forEach(other -> pairs.add(pair(record, other)))));
            return new ArrayList<>(pairs);
        });
    }

    private static Pair pair(ServiceRecord one, ServiceRecord other) {
        return one.id().compareTo(other.id()) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    private Stream<Integer> branches() {
        return rows.sorted(Table.BRANCHES, Comparator.comparing(Branch::number)).stream()
                .map(Branch::number);
    }

    private Stream<ServiceRecord> records(VolunteerAccount page) {
        return Stream.iterate(
                        Optional.ofNullable(page.lastRecord()).flatMap(id -> rows.find(Table.RECORDS, id.toLong())),
                        Optional::isPresent,
                        record -> record.map(ServiceRecord::previous)
                                .flatMap(id -> rows.find(Table.RECORDS, id.toLong())))
                .flatMap(Optional::stream);
    }

    /** A night shift belongs to the day on which it began. */
    private Stream<ServiceRecord> around(int branch, VolunteerNo no, LocalDate day) {
        return Stream.of(day.minusDays(1), day, day.plusDays(1))
                .flatMap(one -> rows.find(Table.DAYS, Table.dayKey(branch, no, one.toEpochDay())).stream())
                .flatMap(ofDay -> ofDay.entries().stream())
                .flatMap(id -> rows.find(Table.RECORDS, id.toLong()).stream())
                .filter(record ->
                        record.volunteer().equals(no) && record.state().stands());
    }
}
