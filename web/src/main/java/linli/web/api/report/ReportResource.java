package linli.web.api.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import linli.calendar.WorkCalendar;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.report.Reports;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.list.Csv;
import org.jspecify.annotations.Nullable;

/** Reports: the same figures, under the same names, as {@code linli report} gives. */
@Path("api/v1/reports")
@Produces({Json.TYPE, Csv.NAME})
public final class ReportResource {
    private final Ledger ledger;
    private final Books books;

    public ReportResource(Ledger ledger) {
        this.ledger = ledger;
        this.books = ledger.books();
    }

    @GET
    @Path("hours")
    @Allowed(Who.STAFF)
    public Sheet hours() {
        return new Sheet(Reports.hours(books));
    }

    @GET
    @Path("balances")
    @Allowed(Who.STAFF)
    public Sheet balances() {
        return new Sheet(Reports.balances(books));
    }

    /** The closing of a day at a branch's shop: today's, and this branch's, where the request names none. */
    @GET
    @Path("shop")
    @Allowed(Who.STAFF)
    public Sheet shop(@QueryParam("day") @Nullable LocalDate day, @QueryParam("branch") @Nullable Integer branch) {
        return new Sheet(Reports.closing(books, orOwn(branch), day == null ? ledger.today() : day));
    }

    /** What is at a branch's shop. */
    @GET
    @Path("stock")
    @Allowed(Who.STAFF)
    public Sheet stock(@QueryParam("branch") @Nullable Integer branch) {
        return new Sheet(Reports.stock(books, orOwn(branch)));
    }

    private int orOwn(@Nullable Integer branch) {
        return branch == null ? books.branch() : branch;
    }

    @GET
    @Path("wishes")
    @Allowed(Who.STAFF)
    public Sheet wishes() {
        return new Sheet(Reports.wishes(books, ledger.now()));
    }

    @GET
    @Path("teams")
    @Allowed(Who.STAFF)
    public Sheet teams() {
        return new Sheet(Reports.teams(books));
    }

    /** By when activities must be recorded that are over and not closed. */
    @GET
    @Path("deadlines")
    @Allowed(Who.STAFF)
    public Sheet deadlines() {
        WorkCalendar calendar = WorkCalendar.of(ledger.node().folder());
        return new Sheet(Reports.deadlines(books, calendar, ledger.today()));
    }

    /** How far this branch's approved records have come at the national volunteer system. */
    @GET
    @Path("national")
    @Allowed(Who.STAFF)
    public Sheet national() {
        return new Sheet(Reports.national(books));
    }

    /** Time that somebody served at two branches at once. */
    @GET
    @Path("overlaps")
    @Allowed(Who.STAFF)
    public Sheet overlaps() {
        return new Sheet(Reports.overlaps(books));
    }

    @GET
    @Path("volunteers/{number}")
    @Allowed(Who.STAFF)
    public Sheet volunteer(@PathParam("number") VolunteerNo number) {
        return Reports.volunteer(books, number)
                .map(Sheet::new)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}
