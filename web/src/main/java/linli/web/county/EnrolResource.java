package linli.web.county;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.enrol.EnrolException;
import linli.enrol.Invite;
import linli.enrol.Invites;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.NodeFolder;
import linli.sync.CountyTls;
import linli.sync.PeerAddress;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.clock.CountyZone;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Codes with which communities join. A code is shown once, on the answer to the form that asked for it. */
@Path("county/enrol")
@Produces(Html.NAME)
public final class EnrolResource {
    private static final String HOME = "/county/enrol";
    private static final int PEER_PORT = 7443;
    private static final int MOST_DAYS = 90;
    /** A form that is sent again, or an answer that is loaded anew, is given the same code for so long. */
    private static final Duration SHOWN_AGAIN = Duration.ofMinutes(10);

    private final Screens screens;
    private final Books books;
    private final NodeFolder folder;
    private final Clock clock;
    private final Cache<String, Sheet> issued = CacheBuilder.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(SHOWN_AGAIN)
            .build();

    EnrolResource(Means means) {
        this.screens = means.screens();
        this.books = means.books();
        this.folder = means.office().ledger().node();
        this.clock = means.clock().withZone(ZoneOffset.UTC);
    }

    /** What stands in the form. */
    public record Typed(String name, String slug, String days, String address) {}

    /** What became of a code. */
    public enum State {
        OPEN,
        TAKEN,
        EXPIRED
    }

    /** A code that was made, without the code. */
    public record Made(String id, String name, boolean isNewKey, ZonedDateTime until, State state) {}

    /**
     * The codes there are, and the form for another.
     *
     * @param made newest first
     * @param notice what was wrong with what was typed; null for nothing
     * @param mayInvite whether whoever looks may make codes
     */
    public record Desk(
            List<Made> made, Typed typed, @Nullable String notice, boolean mayInvite, boolean isCounty) {}

    /**
     * What a community is handed.
     *
     * @param code as it is typed
     * @param fingerprint of the county, to be compared
     */
    public record Sheet(String name, String code, String fingerprint, String address, ZonedDateTime until) {
        /** Keeps the code out of whatever this might be written to. */
        @Override
        public String toString() {
            return "Sheet[withheld]";
        }
    }

    @GET
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response desk(@Context ContainerRequestContext request) {
        return shown(request, new Typed("", "", "7", guess(request)), null);
    }

    private Response shown(ContainerRequestContext request, Typed typed, @Nullable String notice) {
        boolean county = folder.isCounty();
        boolean admin = Visitor.of(request).caller().is(Who.ADMIN);
        Desk desk = new Desk(county ? made() : List.of(), typed, notice, county && admin, county);
        return screens.show(request, "county/enrol.jte", desk);
    }

    /** By what this page is reached, others may reach the county too; only whoever runs it knows. */
    private static String guess(ContainerRequestContext request) {
        String host = request.getUriInfo().getBaseUri().getHost();
        boolean onlyHere = host == null || host.equals("localhost") || host.startsWith("127.") || host.contains(":");
        return onlyHere ? "" : "https://" + host + ":" + PEER_PORT;
    }

    private List<Made> made() {
        Instant now = clock.instant();
        return invites().list().stream()
                .sorted(Comparator.comparing(Invite::issuedAt).reversed())
                .map(invite -> new Made(
                        invite.id().toString(),
                        nameOf(invite.purpose()),
                        invite.purpose() instanceof Invite.NewKey,
                        invite.expiresAt().atZone(CountyZone.of(books)),
                        state(invite, now)))
                .toList();
    }

    private static State state(Invite invite, Instant now) {
        if (invite.takenBy().isPresent()) {
            return State.TAKEN;
        }
        return invite.isExpired(now) ? State.EXPIRED : State.OPEN;
    }

    private String nameOf(Invite.Purpose purpose) {
        if (purpose instanceof Invite.NewBranch branch) {
            return branch.name();
        }
        int number = ((Invite.NewKey) purpose).number();
        return books.branch(number).map(Branch::name).orElse("#" + number);
    }

    private Invites invites() {
        return Invites.open(folder.folder(), clock);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Who.ADMIN)
    public Response invite(@Context ContainerRequestContext request) {
        requireCounty();
        Form form = Form.of(request);
        Typed typed = new Typed(
                form.optional("name").orElse(""),
                form.optional("slug").orElse(""),
                form.optional("days").orElse(""),
                form.optional("address").orElse(""));
        String key = Visitor.of(request).caller().written() + " " + form.text(Form.REQUEST);
        // One at a time, so that of two that come at once the second finds what the first was given.
        synchronized (issued) {
            Sheet before = issued.getIfPresent(key);
            if (before != null) {
                return screens.show(request, "county/invited.jte", before);
            }
            Optional<String> wrong = wrong(typed);
            if (wrong.isPresent()) {
                return shown(request, typed, wrong.get());
            }
            Sheet sheet = issue(typed);
            issued.put(key, sheet);
            return screens.show(request, "county/invited.jte", sheet);
        }
    }

    private void requireCounty() {
        if (!folder.isCounty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    private Optional<String> wrong(Typed typed) {
        if (!typed.days().matches("[1-9][0-9]?") || Integer.parseInt(typed.days()) > MOST_DAYS) {
            return Optional.of("days");
        }
        try {
            Object unused = PeerAddress.parse(typed.address());
        } catch (IllegalArgumentException e) {
            return Optional.of("address");
        }
        try {
            Object unused = new Invite.NewBranch(typed.slug(), typed.name());
        } catch (EnrolException e) {
            return Optional.of("name");
        }
        if (books.branches().stream().anyMatch(branch -> branch.slug().equals(typed.slug()))) {
            return Optional.of("taken");
        }
        Instant now = clock.instant();
        return invites().list().stream()
                        .filter(invite -> state(invite, now) == State.OPEN)
                        .anyMatch(invite -> invite.purpose() instanceof Invite.NewBranch other
                                && other.slug().equals(typed.slug()))
                ? Optional.of("open")
                : Optional.empty();
    }

    private Sheet issue(Typed typed) {
        Duration life = Duration.ofDays(Integer.parseInt(typed.days()));
        String fingerprint =
                CountyTls.prepare(folder, clock).authority().fingerprint().toString();
        Invites.Issued made = invites().issue(new Invite.NewBranch(typed.slug(), typed.name()), life);
        return new Sheet(
                typed.name(),
                made.code().shown(),
                fingerprint,
                PeerAddress.parse(typed.address()).toString(),
                made.invite().expiresAt().atZone(CountyZone.of(books)));
    }

    /** Makes an open code worthless. */
    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Who.ADMIN)
    public Response withdraw(@PathParam("id") String id) {
        requireCounty();
        boolean withdrawn = invites().list().stream()
                .filter(invite -> invite.id().toString().equals(id))
                .anyMatch(invite -> invites().withdraw(invite.id()));
        if (!withdrawn) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return Address.to(HOME, "withdrawn");
    }
}
