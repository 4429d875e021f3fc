package linli.web.api.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.report.Reports;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.list.Csv;

/** Reports: the same figures, under the same names, as {@code linli report} gives. */
@Path("api/v1/reports")
@Produces({Json.TYPE, Csv.NAME})
public final class ReportResource {
    private final Books books;

    public ReportResource(Books books) {
        this.books = books;
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

    @GET
    @Path("volunteers/{number}")
    @Allowed(Who.STAFF)
    public Sheet volunteer(@PathParam("number") VolunteerNo number) {
        return Reports.volunteer(books, number)
                .map(Sheet::new)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}
