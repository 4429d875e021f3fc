package linli.web.desk;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.VolunteerNo;
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
        Optional<ServiceRecord> record = books.record(hours.id());
        return new HoursLine(
                hours,
                people.name(hours.volunteer()),
                record.filter(caps::isOver).isPresent(),
                isReader(hours.volunteer()) || isReader(record.map(ServiceRecord::recorder)),
                isReader(record.map(ServiceRecord::decider)));
    }

    List<HoursLine> lines(List<Hours> some) {
        return some.stream().map(this::line).toList();
    }

    private boolean isReader(VolunteerNo volunteer) {
        return reader != null && volunteer.equals(reader.volunteer());
    }

    private boolean isReader(Optional<String> written) {
        return reader != null && written.equals(Optional.of(new Actor.Staff(reader.handle()).written()));
    }
}
