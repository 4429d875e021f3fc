package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Overlaps;
import linli.ledger.ServiceRecord;

/**
 * Time that volunteers served at two branches at once.
 *
 * @param overlaps pairs of records
 */
public record OverlapsReport(List<Line> overlaps) implements Report {

    /** Two records of one volunteer that share some time. */
    public record Line(String volunteer, String day, Place one, Place other) {}

    /** One of the two. */
    public record Place(int branch, String name, String entry, String activity, long minutes, String state) {}

    static OverlapsReport of(Books books) {
        BranchNames names = BranchNames.of(books);
        return new OverlapsReport(books.overlaps().all().stream()
                .map(pair -> line(pair, books, names))
                .toList());
    }

    private static Line line(Overlaps.Pair pair, Books books, BranchNames names) {
        return new Line(
                pair.one().volunteer().toString(),
                pair.one().day().toString(),
                place(pair.one(), books, names),
                place(pair.other(), books, names));
    }

    private static Place place(ServiceRecord record, Books books, BranchNames names) {
        return new Place(
                record.id().branch(),
                names.name(record.id().branch()),
                record.id().toString(),
                books.activity(record.activity()).map(Activity::name).orElse(""),
                record.minutes(),
                Words.of(record.state()));
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(
                Column.left("volunteer"),
                Column.left("day"),
                Column.left("at"),
                Column.left("entry"),
                Column.left("activity"),
                Column.left("and at"),
                Column.left("entry"),
                Column.left("activity"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        return overlaps.stream()
                .map(line -> List.of(
                        line.volunteer(),
                        line.day(),
                        BranchNames.title(line.one().branch(), line.one().name()),
                        line.one().entry(),
                        line.one().activity(),
                        BranchNames.title(line.other().branch(), line.other().name()),
                        line.other().entry(),
                        line.other().activity()))
                .toList();
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        return List.of(
                overlaps.isEmpty()
                        ? "Nobody served at two branches at once, as far as their logs are here."
                        : overlaps.size()
                                + " to be looked at. Whichever record is wrong, its own branch rejects or reverses it.");
    }
}
