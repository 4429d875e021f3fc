package linli.web.desk.shop;

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
import java.util.List;
import linli.entry.EntryId;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.VolunteerNo;
import linli.ledger.Balance;
import linli.ledger.Books;
import linli.ledger.Coupon;
import linli.ledger.Item;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import linli.ledger.Rejection;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.act.Writes;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.desk.People;
import linli.web.door.ProblemException;
import linli.web.door.Refusals;
import linli.web.form.Form;
import linli.web.screen.Address;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** The counter: a volunteer says what they would like, and a clerk hands it over for their points. */
@Path("desk/shop/counter")
@Produces(Html.NAME)
public final class CounterResource {
    static final String ADDRESS = "/desk/shop/counter";

    private final Screens screens;
    private final Acts acts;
    private final Office office;
    private final Ledger ledger;
    private final Books books;

    CounterResource(Means means) {
        this.screens = means.screens();
        this.acts = means.acts();
        this.office = means.office();
        this.ledger = office.ledger();
        this.books = means.books();
    }

    /** Who stands at the counter, and with how many points. */
    public record Customer(VolunteerNo number, @Nullable String name, Balance points) {}

    /**
     * The counter.
     *
     * @param customer null while nobody stands there
     * @param items on offer
     * @param basket what they would take
     * @param coupons of theirs that can be used
     */
    public record Counter(@Nullable Customer customer, List<Item> items, Basket basket, List<Coupon> coupons) {
        /** The points that would be left; below zero where they are not enough. */
        public long left() {
            return (customer == null ? 0 : customer.points().held()) - basket.sum();
        }

        /** Whether there are not so many of something as would be taken. */
        public boolean isShort() {
            return basket.wares().stream()
                    .anyMatch(ware -> ware.taken() > ware.item().stock());
        }
    }

    @GET
    @Allowed(Who.CLERK)
    public Response counter(
            @Context ContainerRequestContext request, @QueryParam("volunteer") @Nullable VolunteerNo volunteer) {
        return show(request, volunteer, Form.of(request));
    }

    /** Somebody comes to the counter. */
    @POST
    @Path("customer")
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response come(@Context ContainerRequestContext request) {
        VolunteerNo number = known(Form.of(request).number("number"), books);
        return Address.to(ADDRESS + "?volunteer=" + number);
    }

    /** Reckons what it would cost, and writes nothing. */
    @POST
    @Path("basket")
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reckon(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        return show(request, form.number("volunteer"), form);
    }

    private Response show(ContainerRequestContext request, @Nullable VolunteerNo volunteer, Form form) {
        String name = volunteer == null ? null : People.of(office, request).name(volunteer);
        Counter counter = books.together(all -> {
            List<Item> items = all.shop().onOffer();
            if (volunteer == null) {
                return new Counter(null, items, Basket.empty(), List.of());
            }
            Balance points = all.passbooks().balance(known(volunteer, all));
            return new Counter(
                    new Customer(volunteer, name, points),
                    items,
                    Basket.of(form, items),
                    all.shop().coupons(volunteer, ledger.today()));
        });
        return screens.show(request, "desk/shop/counter.jte", counter);
    }

    private static VolunteerNo known(VolunteerNo number, Books books) {
        if (books.volunteer(number).isEmpty()) {
            throw new ProblemException(Refusals.of(
                    new Outcome.Refused(Rejection.UNKNOWN_VOLUNTEER, number + " is not known at this branch")));
        }
        return number;
    }

    @POST
    @Path("redemptions")
    @Writes
    @Allowed(Who.CLERK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response redeem(@Context ContainerRequestContext request) {
        Form form = Form.of(request);
        PointsRedeemed event = new PointsRedeemed(form.number("volunteer"), Basket.lines(form), form.whole("points"));
        EntryId id = acts.of(request).post(event).id();
        return Address.to(RedemptionsResource.ADDRESS + "/" + id, "redeemed");
    }
}
