package linli.web.desk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRejected;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Evidence;
import linli.ledger.ServiceRecord;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.form.Form;
import linli.web.hours.BranchHours;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Records that wait for a second person: what needs a look comes first. */
@Path("desk/hours")
@Produces(Html.NAME)
public final class ApprovalsResource {
    static final String ADDRESS = "/desk/hours";
    /** Most that are shown at once; when these are decided, the others come up. */
    private static final int MOST_SHOWN = 100;

    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Books books;
    private final BranchHours hours;

    ApprovalsResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.books = means.books();
        this.hours = new BranchHours(books);
    }

    /** Which records are asked for. */
    public enum Shown {
        ALL,
        LOOK,
        CLOCK,
        BACKFILL
    }

    /**
     * What waits.
     *
     * @param counts how many there are of each kind
     * @param policy the version under which they would be reckoned; 0 where there is none
     */
    public record Waiting(Shown shown, Map<Shown, Long> counts, List<HoursLine> lines, int policy) {
        /** How many are not shown. */
        public long more() {
            return counts.getOrDefault(shown, 0L) - lines.size();
        }
    }

    @GET
    @Allowed(Who.STAFF)
    public Response waiting(@Context ContainerRequestContext request, @QueryParam("show") @Nullable String show) {
        Shown shown = show == null ? Shown.ALL : Typed.word(Shown.class, show);
        HoursLines lines = HoursLines.of(office, request);
        Waiting waiting = books.together(all -> {
            List<ServiceRecord> pending = all.toDo().pending();
            Map<Shown, Long> counts = new EnumMap<>(Shown.class);
            for (Shown kind : Shown.values()) {
                counts.put(
                        kind,
                        pending.stream()
                                .filter(record -> is(kind, record, lines))
                                .count());
            }
            // Sorting keeps the order of those that are alike: the oldest first.
            List<HoursLine> some = pending.stream()
                    .filter(record -> is(shown, record, lines))
                    .sorted(Comparator.comparing(record -> !lines.needsALook(record)))
                    .limit(MOST_SHOWN)
                    .flatMap(record -> hours.find(record.id()).stream())
                    .map(lines::line)
                    .toList();
            return new Waiting(
                    shown,
                    counts,
                    some,
                    all.policy().map(AdoptedPolicy::version).orElse(0));
        });
        return screens.show(request, "desk/approvals.jte", waiting);
    }

    private static boolean is(Shown kind, ServiceRecord record, HoursLines lines) {
        return switch (kind) {
            case ALL -> true;
            case LOOK -> lines.needsALook(record);
            case CLOCK -> record.evidence() == Evidence.CLOCK;
            case BACKFILL -> record.evidence() == Evidence.BACKFILL;
        };
    }

    /** Lets records count, all that are ticked or none of them. */
    @POST
    @Path("approvals")
    @Writes
    @Allowed(Who.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        acts.of(request).post(new HoursApproved(chosen(form), form.whole("policy")));
        return back(form, "approved");
    }

    /** Finds all that are ticked wrong, for one reason. */
    @POST
    @Path("rejections")
    @Writes
    @Allowed(Who.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reject(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        List<EntryId> chosen = chosen(form);
        String reason = form.text("reason");
        Acts.Act act = acts.of(request);
        chosen.forEach(id -> act.about(id).post(new HoursRejected(id, reason)));
        return back(form, "rejected");
    }

    private static List<EntryId> chosen(Form form) {
        List<EntryId> chosen = form.entries("record");
        if (chosen.isEmpty()) {
            throw Slip.nothingChosen();
        }
        return chosen;
    }

    private static Response back(Form form, String done) {
        return Address.to(ADDRESS + "?show=" + Typed.word(form.word(Shown.class, "show")), done);
    }
}
