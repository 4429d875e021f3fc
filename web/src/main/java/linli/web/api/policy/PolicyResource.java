package linli.web.api.policy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.EntryId;
import linli.entry.Texts;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Outcome;
import linli.ledger.Policy;
import linli.ledger.Rejection;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Json;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Refusals;

/** The policy: as it is in force, and a new one. */
@Path("api/v1/policy")
@Produces(Json.TYPE)
public final class PolicyResource {
    private final Books books;
    private final Acts acts;

    public PolicyResource(Books books, Acts acts) {
        this.books = books;
        this.acts = acts;
    }

    private record Adopted(
            int version, EntryId entry, @JsonRawValue String policy) {}

    private record Draft(JsonNode policy) {}

    private record Sound(int characters, int mostCharacters) {}

    private record Adoption(int version, JsonNode policy) {}

    @GET
    @Allowed(Who.ANYBODY)
    public Record policy() {
        AdoptedPolicy adopted = books.policy().orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return new Adopted(adopted.version(), adopted.entry(), adopted.document());
    }

    /** Says whether a policy could be adopted, and else the first mistake in it. */
    @POST
    @Path("check")
    @Consumes(Json.TYPE)
    @Allowed(Who.STAFF)
    public Record check(byte[] body) {
        // The event refuses what no entry could hold.
        PolicyAdopted event =
                new PolicyAdopted(1, Json.read(body, Draft.class).policy().toString());
        requireSound(event.document());
        return new Sound(event.document().length(), Texts.DOCUMENT_CHARS);
    }

    private static void requireSound(String document) {
        try {
            Policy.parse(document);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Refusals.of(new Outcome.Refused(Rejection.POLICY_INVALID, String.valueOf(e.getMessage()))));
        }
    }

    /** Puts a policy in force, for what is written from then on. Nothing that was reckoned before is reckoned anew. */
    @POST
    @Consumes(Json.TYPE)
    @Writes
    @Allowed(Who.ADMIN)
    public Response adopt(@Context ContainerRequestContext request, byte[] body) {
        Adoption typed = Json.read(body, Adoption.class);
        return acts.write(
                request, new PolicyAdopted(typed.version(), typed.policy().toString()));
    }
}
