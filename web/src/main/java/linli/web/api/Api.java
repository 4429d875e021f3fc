package linli.web.api;

import java.util.Set;
import linli.access.Kiosks;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.office.Office;
import linli.picture.Pictures;
import linli.web.act.Acts;
import linli.web.act.SecondPerson;
import linli.web.api.activity.ActivityResource;
import linli.web.api.attendance.AttendanceResource;
import linli.web.api.certificate.CertificateResource;
import linli.web.api.hours.HoursActsResource;
import linli.web.api.hours.HoursResource;
import linli.web.api.kiosk.KioskResource;
import linli.web.api.me.MeEconomyResource;
import linli.web.api.me.MeResource;
import linli.web.api.national.NationalResource;
import linli.web.api.network.BranchResource;
import linli.web.api.network.SyncResource;
import linli.web.api.node.HealthResource;
import linli.web.api.node.NodeResource;
import linli.web.api.points.PointsResource;
import linli.web.api.points.TransferResource;
import linli.web.api.policy.PolicyResource;
import linli.web.api.receipt.ReceiptResource;
import linli.web.api.report.ReportResource;
import linli.web.api.session.SessionResource;
import linli.web.api.shop.CouponResource;
import linli.web.api.shop.ItemResource;
import linli.web.api.shop.PictureResource;
import linli.web.api.shop.RedemptionResource;
import linli.web.api.shop.StockResource;
import linli.web.api.staff.StaffResource;
import linli.web.api.team.TeamResource;
import linli.web.api.volunteer.ProfileResource;
import linli.web.api.volunteer.VolunteerResource;
import linli.web.api.wish.WishActsResource;
import linli.web.api.wish.WishRequestResource;
import linli.web.api.wish.WishResource;
import linli.web.caller.Desk;
import linli.web.caller.ReceiptWindow;
import linli.web.caller.Visitors;
import linli.web.hours.BranchHours;
import linli.web.hours.MyHours;
import linli.web.page.Pages;
import linli.web.session.Pairing;
import linli.web.session.SignIn;
import linli.web.sync.SyncBoard;

/** All resources of the API. A new one is named here, and its description in {@link OpenApi}. */
public final class Api {
    private Api() {}

    /** What is at the door already. */
    public record Door(
            Visitors visitors, SignIn signIn, Desk desk, Kiosks kiosks, Pairing pairing, ReceiptWindow window) {}

    /** The resources over one node. */
    public static Set<Object> resources(Office office, MyHours myHours, SyncBoard board, Pages pages, Door door) {
        Ledger ledger = office.ledger();
        Books books = ledger.books();
        Acts acts = new Acts(ledger);
        SecondPerson second = new SecondPerson(door.signIn());
        return Set.of(
                new OpenApiResource(),
                new HealthResource(ledger.log()),
                new NodeResource(ledger),
                new SessionResource(door.visitors(), door.signIn(), door.desk()),
                new KioskResource(ledger, door.kiosks(), door.pairing(), door.visitors()),
                new MeResource(office, myHours, door.signIn(), door.desk()),
                new MeEconomyResource(ledger),
                new VolunteerResource(office, acts),
                new ProfileResource(office, door.desk()),
                new ActivityResource(ledger, acts),
                new AttendanceResource(books, acts),
                new HoursResource(new BranchHours(books)),
                new HoursActsResource(acts),
                new PointsResource(ledger, acts, second),
                new TransferResource(ledger, acts),
                new ItemResource(books, acts),
                new PictureResource(books, new Pictures(ledger.node().folder()), acts),
                new StockResource(books, acts, second),
                new RedemptionResource(books, acts, second),
                new CouponResource(ledger, acts),
                new WishResource(ledger, office.wishes(), acts),
                new WishActsResource(acts),
                new WishRequestResource(books, acts),
                new TeamResource(books, acts),
                new StaffResource(books, acts),
                new CertificateResource(office, pages, acts),
                new ReceiptResource(ledger, door.window()),
                new NationalResource(office),
                new PolicyResource(books, acts),
                new BranchResource(ledger, board),
                new SyncResource(board),
                new ReportResource(ledger));
    }
}
