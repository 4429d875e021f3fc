package linli.web.api.volunteer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.keys.PinHash;
import linli.ledger.Books;
import linli.ledger.Outcome;
import linli.office.Office;
import linli.profile.Profile;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** Volunteers: who is one, and who becomes one. */
@Path("api/v1")
@Produces(Json.TYPE)
public final class VolunteerResource {
    private final Office office;
    private final Books books;
    private final Acts acts;

    public VolunteerResource(Office office, Acts acts) {
        this.office = office;
        this.books = office.ledger().books();
        this.acts = acts;
    }

    private record Application(
            ProfileJson profile, @Nullable String pin) {
        /** Says nothing about the person. */
        @Override
        public String toString() {
            return "Application[withheld]";
        }
    }

    private record Enrolled(VolunteerNo number, EntryId entry, ZonedDateTime at) {}

    private record Search(String text) {}

    private record Found(
            VolunteerNo number,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String formerNumber) {
        Found(Office.Person person) {
            this(
                    person.no(),
                    person.profile().name(),
                    person.profile().phone(),
                    person.profile().formerNumber());
        }
    }

    /** Whom this branch enrolled, newest first. */
    @GET
    @Path("volunteers")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.STAFF)
    public Page<AccountJson> list(@Context ContainerRequestContext request) {
        Paging paging = Paging.of(request);
        return books.together(all -> paging.page(
                all.volunteers(paging.fromEntry(), paging.toRead()),
                account -> account.no().entry(),
                account -> AccountJson.of(account, all)));
    }

    @GET
    @Path("volunteers/{number}")
    @Allowed(Who.STAFF)
    public Record volunteer(@PathParam("number") VolunteerNo number) {
        return books.together(all -> all.volunteer(number)
                .map(account -> AccountJson.of(account, all))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    /** Enrols a person who has consented to it. */
    @POST
    @Path("volunteers")
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.CLERK)
    public Response enrol(@Context ContainerRequestContext request, byte[] body) {
        Application typed = Json.read(body, Application.class);
        LocalDate consented = typed.profile().consentedOn();
        if (consented == null) {
            throw Problem.VALUE_REFUSED.because(
                    "“profile.consentedOn” is missing: nobody is entered without their consent.");
        }
        PinHash pin = typed.pin() == null ? null : PinHash.of(typed.pin().toCharArray());
        Profile profile = typed.profile().over(Profile.builder().pinHash(pin).build());
        Acts.Act act = acts.of(request);
        Outcome.Recorded written =
                Acts.recorded(office.enrol(new Office.Application(profile, consented, act.request()), act.by()));
        return acts.answer(written, new Enrolled(new VolunteerNo(written.id()), written.id(), acts.at(written)));
    }

    /** Finds persons. What is looked for is personal, so it stands in the body and not in the address. */
    @POST
    @Path("volunteers/search")
    @Consumes(Json.TYPE)
    @Allowed(Who.CLERK)
    public Page<Found> search(byte[] body) {
        return Page.whole(office.find(Json.read(body, Search.class).text()).stream()
                .map(Found::new)
                .toList());
    }
}
