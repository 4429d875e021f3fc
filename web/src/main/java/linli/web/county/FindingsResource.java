package linli.web.county;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Finding;
import linli.ledger.Ledger;
import linli.ledger.Rejection;
import linli.web.caller.Allowed;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.list.Page;
import linli.web.list.Paging;
import linli.web.page.EntryView;
import linli.web.page.Language;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** Entries that stand in a log although a rule refuses them. */
@Path("county/findings")
@Produces(Html.NAME)
public final class FindingsResource {
    /** Each is told in whole sentences, so a page has few. */
    private static final int A_PAGE = 20;

    private final Screens screens;
    private final Ledger ledger;
    private final Entries entries;

    FindingsResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.entries = new Entries(ledger);
    }

    /**
     * A part of the findings.
     *
     * @param items oldest first
     * @param all how many there are in all that fit the filter
     * @param branches to choose from
     * @param codes to choose from
     * @param branch chosen, or null
     * @param code chosen, or null
     * @param first whether these are the first ones
     */
    public record Found(
            Page<Item> items,
            long all,
            List<Branch> branches,
            List<String> codes,
            @Nullable Integer branch,
            @Nullable String code,
            boolean first) {}

    /**
     * A finding.
     *
     * @param code of the rule
     * @param detail what the rule said, as {@link linli.web.page.Details} reads it
     * @param said the entry; null where nobody can read it
     */
    public record Item(
            EntryId entry,
            String branch,
            String code,
            String detail,
            @Nullable EntryView said) {}

    @GET
    @Allowed({Who.ADMIN, Who.AUDITOR})
    public Response findings(
            @Context ContainerRequestContext request,
            @QueryParam("branch") @Nullable String branch,
            @QueryParam("code") @Nullable String code,
            @QueryParam("from") @Nullable String from) {
        Integer number = chosen(branch).map(Typed::whole).orElse(null);
        Rejection rule = chosen(code)
                .map(word -> Typed.word(Rejection.class, word.toLowerCase(Locale.ROOT)))
                .orElse(null);
        Language language = Visitor.of(request).language();
        Found found = ledger.books().together(books -> {
            List<Finding> all = books.findings();
            List<Finding> fit = all.stream()
                    .filter(finding -> number == null || finding.entry().branch() == number)
                    .filter(finding -> rule == null || finding.code() == rule)
                    .toList();
            Page<Item> items = new Paging(chosen(from).orElse(null), A_PAGE)
                    .page(fit, Finding::entry, Paging.OLDEST_FIRST, finding -> item(finding, books, language));
            List<String> codes = all.stream()
                    .map(finding -> finding.code().name())
                    .distinct()
                    .sorted()
                    .toList();
            return new Found(
                    items,
                    fit.size(),
                    books.branches(),
                    codes,
                    number,
                    rule == null ? null : rule.name(),
                    chosen(from).isEmpty());
        });
        return screens.show(request, "county/findings.jte", found);
    }

    private Item item(Finding finding, Books books, Language language) {
        int branch = finding.entry().branch();
        return new Item(
                finding.entry(),
                books.branch(branch).map(Branch::name).orElse("#" + branch),
                finding.code().name(),
                finding.detail(),
                entries.inWords(finding.entry(), language).orElse(null));
    }

    private static Optional<String> chosen(@Nullable String value) {
        return Optional.ofNullable(value).filter(given -> !given.isEmpty());
    }
}
