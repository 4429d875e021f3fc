package linli.web.api.national;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import linli.entry.Actor;
import linli.national.NationalExport;
import linli.national.NationalImport;
import linli.office.Office;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.BodyLimit;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.list.Csv;
import org.jspecify.annotations.Nullable;

/**
 * Approved hours for the national volunteer system, and what it answers. The tables are full of personal data, so they are for clerks
 * alone, and nothing of them is kept here.
 */
@Path("api/v1/national")
@Produces(Json.TYPE)
public final class NationalResource {
    private final Office office;
    private final NationalImport answers;

    public NationalResource(Office office) {
        this.office = office;
        this.answers = new NationalImport(office.ledger());
    }

    /** How many records a table of these days holds, and what is left out of it and why. */
    @GET
    @Path("summary")
    @Allowed(Who.CLERK)
    public Record summary(
            @QueryParam("firstDay") @Nullable LocalDate firstDay,
            @QueryParam("lastDay") @Nullable LocalDate lastDay,
            @QueryParam("onlyNew") @Nullable Boolean onlyNew)
            throws IOException {
        return new NationalExport(office)
                .write(choice(firstDay, lastDay, onlyNew), "counted.csv", OutputStream.nullOutputStream());
    }

    @GET
    @Path("table")
    @Produces(Csv.NAME)
    @Allowed(Who.CLERK)
    public StreamingOutput table(
            @QueryParam("firstDay") @Nullable LocalDate firstDay,
            @QueryParam("lastDay") @Nullable LocalDate lastDay,
            @QueryParam("onlyNew") @Nullable Boolean onlyNew) {
        return written(choice(firstDay, lastDay, onlyNew), "national.csv");
    }

    @GET
    @Path("workbook")
    @Produces(BodyLimit.WORKBOOK)
    @Allowed(Who.CLERK)
    public Response workbook(
            @QueryParam("firstDay") @Nullable LocalDate firstDay,
            @QueryParam("lastDay") @Nullable LocalDate lastDay,
            @QueryParam("onlyNew") @Nullable Boolean onlyNew) {
        return Response.ok(written(choice(firstDay, lastDay, onlyNew), "national.xlsx"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"linli.xlsx\"")
                .build();
    }

    private StreamingOutput written(NationalExport.Choice choice, String name) {
        return out -> new NationalExport(office).write(choice, name, out);
    }

    private static NationalExport.Choice choice(
            @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, @Nullable Boolean onlyNew) {
        if (firstDay == null || lastDay == null) {
            throw Problem.BAD_REQUEST.because("“firstDay” and “lastDay” say which days of service are meant.");
        }
        return new NationalExport.Choice(firstDay, lastDay, Boolean.TRUE.equals(onlyNew));
    }

    /**
     * Takes in what that system answered, as a table. Only what is news is written down, so the same table again writes nothing and
     * needs no key.
     */
    @PUT
    @Path("answers")
    @Consumes({Csv.NAME, BodyLimit.WORKBOOK})
    @Allowed(Who.CLERK)
    public Record answered(@Context ContainerRequestContext request, byte[] body) throws IOException {
        Actor by = Visitor.of(request).caller().actor().orElseThrow();
        return AnswersJson.of(AnswerFile.with(body, file -> answers.take(file, by)));
    }
}
