package linli.web.me;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import linli.entry.VolunteerNo;
import linli.ledger.Balance;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.report.Why;
import linli.web.caller.Allowed;
import linli.web.caller.Self;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import linli.web.list.Paging;
import linli.web.page.Naming;
import linli.web.page.WhyView;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** One's points: where they are, what is on its way, and why they are as many as they are. */
@Path("me/points")
@Produces(Html.NAME)
public final class MyPointsResource {
    private final Screens screens;
    private final Ledger ledger;
    private final Books books;

    MyPointsResource(Means means) {
        this.screens = means.screens();
        this.ledger = means.office().ledger();
        this.books = means.books();
    }

    /** What somebody has at one branch, as far as its log is known here. */
    public record At(String branch, Balance balance) {}

    /** Points that have left one branch and have not arrived at the other. */
    public record Underway(long points, String toBranch) {}

    /**
     * Somebody's points.
     *
     * @param elsewhere at other branches
     * @param earlier the address of the part before; null where there is none
     */
    public record Points(
            WhyView why,
            Balance here,
            List<At> elsewhere,
            List<Underway> underway,
            boolean newest,
            @Nullable String earlier) {}

    @GET
    @Allowed(Who.VOLUNTEER)
    public Response points(@Context ContainerRequestContext request) {
        VolunteerNo self = Self.of(request);
        Paging paging = Paging.of(request);
        Why why = Why.of(books, ledger::entry, books.branch(), self, paging.fromEntry(), paging.limit());
        WhyView view = WhyView.of(why, Visitor.of(request).language(), Naming.withWishes(books));
        Points points = books.together(all -> new Points(
                view,
                all.passbooks().balance(self),
                elsewhere(self, all),
                underway(self, all),
                paging.fromEntry() == null,
                view.earlier() == null ? null : "/me/points?from=" + view.earlier()));
        return screens.show(request, "me/points.jte", points);
    }

    private static List<At> elsewhere(VolunteerNo self, Books books) {
        return books.branches().stream()
                .filter(branch -> branch.number() != books.branch())
                .map(branch -> new At(branch.name(), books.passbooks().balance(branch.number(), self)))
                .filter(at -> !at.balance().equals(Balance.NONE))
                .toList();
    }

    private static List<Underway> underway(VolunteerNo self, Books books) {
        return books.transit().inTransit().stream()
                .filter(transfer -> transfer.volunteer().equals(self))
                .map(transfer -> new Underway(
                        transfer.points(),
                        books.branch(transfer.toBranch())
                                .map(Branch::name)
                                .orElse(String.valueOf(transfer.toBranch()))))
                .toList();
    }
}
