package linli.web.desk;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import linli.entry.Actor;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;
import linli.ledger.StaffMember;
import linli.office.Office;
import linli.web.caller.Caller;
import linli.web.caller.Visitor;
import linli.web.hours.Hours;
import org.jspecify.annotations.Nullable;

/** Makes lines of records for whoever looks at one page. */
final class HoursLines {
    private final Books books;
    private final People people;
    private final @Nullable StaffMember reader;
    private final HoursCaps caps;

    private HoursLines(Books books, People people, @Nullable StaffMember reader) {
        this.books = books;
        this.people = people;
        this.reader = reader;
        this.caps = HoursCaps.of(books);
    }

    static HoursLines of(Office office, ContainerRequestContext request) {
        return new HoursLines(
                office.ledger().books(),
                People.of(office, request),
                Visitor.of(request).caller() instanceof Caller.Staff staff ? staff.member() : null);
    }

    /** Whether something has to be looked at before a record counts. */
    boolean needsALook(ServiceRecord record) {
        return caps.needsALook(record);
    }

    HoursLine line(Hours hours) {
        return new HoursLine(hours, people.name(hours.volunteer()), caps.isOver(hours.minutes()), isOwn(hours));
    }

    List<HoursLine> lines(List<Hours> some) {
        return some.stream().map(this::line).toList();
    }

    private boolean isOwn(Hours hours) {
        if (reader == null) {
            return false;
        }
        String written = new Actor.Staff(reader.handle()).written();
        return hours.volunteer().equals(reader.volunteer())
                || books.record(hours.id())
                        .map(ServiceRecord::recorder)
                        .filter(written::equals)
                        .isPresent();
    }
}
