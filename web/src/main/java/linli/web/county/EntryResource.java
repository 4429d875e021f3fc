package linli.web.county;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Branch;
import linli.ledger.Finding;
import linli.ledger.Ledger;
import linli.receipt.Check;
import linli.receipt.ProvenEntry;
import linli.receipt.ReceiptException;
import linli.receipt.Receipts;
import linli.receipt.Verdict;
import linli.receipt.Verifier;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.page.EntryView;
import linli.web.page.Language;
import linli.web.page.Naming;
import linli.web.page.VerdictView;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Any entry of any log that is here: what it says, who signed it, and what proves it. */
@Path("county/entries")
@Produces(Html.NAME)
public final class EntryResource {
    private static final String DASH = "-";

    private final Screens screens;
    private final Ledger ledger;
    private final Verifier verifier;
    private final Receipts receipts;
    private final Entries entries;

    EntryResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.verifier = means.verifier();
        this.receipts = Receipts.of(ledger);
        this.entries = new Entries(ledger);
    }

    /** Where one searches. */
    public record Search(String typed, boolean nothing) {}

    /**
     * An entry with everything that is known of it.
     *
     * @param said what it says; null where nobody can read it
     * @param checks what was found out about its signatures and its place
     * @param refused the code of the rule that refuses it; null where none does
     * @param refusedBecause what the rule said, as {@link linli.web.page.Details} reads it
     * @param proven the entry and its proof
     * @param place in its log
     * @param before whether there is one before it in the journal
     * @param after whether there is one after it
     */
    public record One(
            EntryId id,
            String branch,
            @Nullable EntryView said,
            List<VerdictView.Line> checks,
            @Nullable String refused,
            @Nullable String refusedBecause,
            ProvenEntry proven,
            long place,
            boolean before,
            boolean after) {
        public EntryId previous() {
            return new EntryId(id.branch(), id.index() - 1);
        }

        public EntryId next() {
            return new EntryId(id.branch(), id.index() + 1);
        }

        /** Whether nothing that was checked is wrong; that a rule refuses it is told apart. */
        public boolean holds() {
            return checks.stream().noneMatch(line -> line.weight() == Check.Weight.WRONG);
        }
    }

    @GET
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response search(@Context ContainerRequestContext request, @QueryParam("q") @Nullable String typed) {
        String wanted = typed == null ? "" : typed.strip();
        if (wanted.isEmpty()) {
            return screens.show(request, "county/search.jte", new Search("", false));
        }
        return addressOf(wanted)
                .map(Address::to)
                .orElseGet(() -> screens.show(request, "county/search.jte", new Search(wanted, true)));
    }

    /** Of what was typed, if it is there: a volunteer's number has two dashes, an entry's id one. */
    private Optional<String> addressOf(String typed) {
        String tidy = typed.replaceAll("[.*#·。—–]", DASH);
        try {
            if (tidy.indexOf(DASH) != tidy.lastIndexOf(DASH)) {
                VolunteerNo no = Typed.number(tidy);
                return ledger.volumeOf(no.entry()).map(volume -> "/county/volunteers/" + no);
            }
            EntryId id = Typed.entry(tidy);
            return ledger.volumeOf(id)
                    .flatMap(volume -> ledger.log(volume).filter(log -> volume.placeOf(id) < log.size()))
                    .map(log -> "/county/entries/" + id);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    @GET
    @Path("{id}")
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response entry(@Context ContainerRequestContext request, @PathParam("id") String written) {
        EntryId id = Typed.entryHere(written);
        return screens.show(
                request, "county/entry.jte", one(id, Visitor.of(request).language()));
    }

    private One one(EntryId id, Language language) {
        ProvenEntry proven = proven(id);
        Optional<Finding> finding = ledger.books().finding(id);
        EntryId next = new EntryId(id.branch(), id.index() + 1);
        return new One(
                id,
                ledger.books().branch(id.branch()).map(Branch::name).orElse("#" + id.branch()),
                entries.inWords(id, language).orElse(null),
                checks(proven, language),
                finding.map(found -> found.code().name()).orElse(null),
                finding.map(Finding::detail).orElse(null),
                proven,
                proven.proof().index(),
                id.index() > 0,
                ledger.volumeOf(next)
                        .flatMap(volume -> ledger.log(volume).filter(log -> volume.placeOf(next) < log.size()))
                        .isPresent());
    }

    /** As {@code /verify} would say it to whoever holds the two files; a certificate's name is on its paper, not here. */
    private List<VerdictView.Line> checks(ProvenEntry proven, Language language) {
        Verdict verdict = verifier.check(proven.proof().toBytes(), proven.entry());
        Verdict asked = new Verdict(
                verdict.statement(),
                verdict.told().stream()
                        .filter(told -> told.check() != Check.NAME_MISSING && told.check() != Check.REFUSED)
                        .toList());
        return VerdictView.of(asked, language, Naming.of(ledger.books())).lines();
    }

    @GET
    @Path("{id}/entry")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response bytes(@PathParam("id") String written) {
        EntryId id = Typed.entryHere(written);
        return file(proven(id).entry(), "linli-" + id + ".cose");
    }

    @GET
    @Path("{id}/proof")
    @Produces(MediaType.TEXT_PLAIN)
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response proof(@PathParam("id") String written) {
        EntryId id = Typed.entryHere(written);
        return file(proven(id).proof().toBytes(), "linli-" + id + ".tlog-proof");
    }

    private ProvenEntry proven(EntryId id) {
        try {
            return receipts.proven(id);
        } catch (ReceiptException e) {
            throw new ProblemException(
                    e.code() == ReceiptException.Code.NOT_SIGNED_YET ? Problem.BUSY : Problem.NOT_FOUND);
        }
    }

    private static Response file(byte[] bytes, String name) {
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
