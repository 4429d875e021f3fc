package linli.web.api.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.api.certificate.CertificateJson;
import linli.web.api.hours.HoursJson;
import linli.web.api.points.PassbookJson;
import linli.web.api.points.WhyJson;
import linli.web.api.volunteer.DisclosureJson;
import linli.web.api.volunteer.ProfileJson;
import linli.web.caller.Allowed;
import linli.web.caller.Desk;
import linli.web.caller.Self;
import linli.web.caller.Verdicts;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Client;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.hours.Hours;
import linli.web.hours.MyHours;
import linli.web.hours.Proof;
import linli.web.list.Csv;
import linli.web.list.Page;
import linli.web.list.Paging;
import linli.web.session.SignIn;

/** Whoever is signed in as a volunteer, about themselves. Nobody else has an address here. */
@Path("api/v1/me")
@Produces(Json.TYPE)
public final class MeResource {
    private final Office office;
    private final Books books;
    private final MyHours myHours;
    private final SignIn signIn;
    private final Desk desk;

    public MeResource(Office office, MyHours myHours, SignIn signIn, Desk desk) {
        this.office = office;
        this.books = office.ledger().books();
        this.myHours = myHours;
        this.signIn = signIn;
        this.desk = desk;
    }

    private record PinChange(String pin, String newPin) {
        @Override
        public String toString() {
            return "PinChange[withheld]";
        }
    }

    @GET
    @Allowed(Who.VOLUNTEER)
    public Record me(@Context ContainerRequestContext request) {
        return myHours.person(Self.of(request)).map(MeJson::person).orElseThrow(MeResource::notHere);
    }

    @GET
    @Path("records")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.VOLUNTEER)
    public Page<HoursJson> records(@Context ContainerRequestContext request) {
        Paging paging = Paging.of(request);
        return paging.page(
                myHours.page(Self.of(request), paging.fromEntry(), paging.toRead())
                        .records(),
                Hours::id,
                HoursJson::of);
    }

    /** One of them, with the proof that it stands in the log. */
    @GET
    @Path("records/{id}")
    @Allowed(Who.VOLUNTEER)
    public Record record(@Context ContainerRequestContext request, @PathParam("id") EntryId id) {
        VolunteerNo self = Self.of(request);
        Proof proof = myHours.proof(self, id).orElseThrow(MeResource::notHere);
        return MeJson.proven(proof, myHours.entry(self, id).orElseThrow(MeResource::notHere));
    }

    @GET
    @Path("points")
    @Allowed(Who.VOLUNTEER)
    public Record points(@Context ContainerRequestContext request) {
        return PassbookJson.standing(Self.of(request), books);
    }

    @GET
    @Path("passbook")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.VOLUNTEER)
    public Page<PassbookJson.Line> passbook(@Context ContainerRequestContext request) {
        return PassbookJson.lines(Self.of(request), books, Paging.of(request));
    }

    /** The same with what each line rests on. */
    @GET
    @Path("why")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.VOLUNTEER)
    public Page<WhyJson> why(@Context ContainerRequestContext request) {
        return WhyJson.lines(Self.of(request), books.branch(), books, office.ledger()::entry, Paging.of(request));
    }

    /** What was handed out about them. */
    @GET
    @Path("certificates")
    @Produces({Json.TYPE, Csv.NAME})
    @Allowed(Who.VOLUNTEER)
    public Page<CertificateJson> certificates(@Context ContainerRequestContext request) {
        return CertificateJson.of(Self.of(request), books, Paging.of(request));
    }

    @GET
    @Path("profile")
    @Allowed(Who.VOLUNTEER)
    public Record profile(@Context ContainerRequestContext request) {
        return office.profile(Self.of(request)).map(ProfileJson::of).orElseThrow(MeResource::notHere);
    }

    @GET
    @Path("disclosure")
    @Allowed(Who.VOLUNTEER)
    public Record disclosure(@Context ContainerRequestContext request) {
        return office.disclose(Self.of(request)).map(DisclosureJson::of).orElseThrow(MeResource::notHere);
    }

    @PUT
    @Path("pin")
    @Consumes(Json.TYPE)
    @Allowed(Who.VOLUNTEER)
    public void changePin(@Context ContainerRequestContext request, @Context HttpServletRequest from, byte[] body) {
        PinChange typed = Json.read(body, PinChange.class);
        String client = Client.of(from.getRemoteAddr());
        VolunteerNo proven = Verdicts.orProblem(
                signIn.volunteer(Self.of(request), typed.pin().toCharArray(), client));
        Acts.recorded(
                office.setPin(proven, typed.newPin().toCharArray(), new Actor.Volunteer(proven), RequestId.random())
                        .orElseThrow(MeResource::notHere));
        desk.pinReplaced(Visitor.of(request), proven);
    }

    private static ProblemException notHere() {
        return new ProblemException(Problem.NOT_FOUND);
    }
}
