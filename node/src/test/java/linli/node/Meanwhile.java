package linli.node;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.RequestId;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishPosted;
import linli.office.Certificates;

/**
 * What others do while a resource is told by its examples: those at the branch next door, and whoever did before what one example alone
 * cannot do twice.
 */
final class Meanwhile implements AutoCloseable {
    private static final EntryId FIRST = new EntryId(0, 20);

    private final Path folder;
    private final StaffedVillage village;
    private Neighbour neighbour;

    Meanwhile(Path folder, StaffedVillage village) {
        this.folder = folder;
        this.village = village;
    }

    /** Before somebody does this. */
    void before(String operation) {
        switch (operation) {
            case "items" -> shelve();
            case "reverseRedemption" -> redeemAgain();
            case "wishRequests" -> askFromNextDoor();
            case "myCertificates" -> certify();
            case "askForWish" -> neighbour().write(wish("陪老人散步"));
            case "claimWish" -> village.village.write(Village.CLERK, wish("楼道灯不亮"));
            case "deadlinesReport" -> village.village.write(Village.CLERK, past());
            case "overlapsReport" -> serveTwice();
            default -> {}
        }
    }

    private void shelve() {
        EntryId rice = village.village.write(Village.CLERK, new ItemListed("大米", "袋", 20, null));
        village.village.write(Village.CLERK, new StockReceived(rice, 10, null));
    }

    private void redeemAgain() {
        village.village.write(
                new Actor.Volunteer(village.zhang), new PointsRedeemed(village.zhang, List.of(new Line(FIRST, 1)), 12));
    }

    private void askFromNextDoor() {
        for (int i = 0; i < 2; i++) {
            neighbour().write(new WishClaimRequested(FIRST, neighbour().enrol()));
        }
    }

    private void certify() {
        Certificates.Order order = new Certificates.Order(village.zhang, null, null, null, RequestId.random());
        new Certificates(village.village.office).issue(order, Village.CLERK);
    }

    private WishPosted wish(String title) {
        return new WishPosted(
                Kind.WISH, null, title, null, 5, village.village.today().plusDays(20));
    }

    private static ActivityOpened past() {
        return new ActivityOpened("重阳敬老", "社区食堂", "elder-care", null, LocalDate.parse("2026-11-20"), null, null);
    }

    private void serveTwice() {
        village.village.write(Village.CLERK, served(village.visiting, 1));
        neighbour();
        EntryId cooking = neighbour().write(new ActivityOpened("社区助餐", "东门食堂", "elder-care", null, null, null, null));
        neighbour().write(served(cooking, 2));
    }

    private HoursRecorded served(EntryId activity, int hours) {
        LocalDate day = village.village.today().minusDays(1);
        long start = village.village.clock.instant().getEpochSecond() - 24 * 3_600;
        return new HoursRecorded(village.zhang, activity, day, start, start + hours * 3_600L, hours * 60, null, null);
    }

    private Neighbour neighbour() {
        if (neighbour == null) {
            neighbour = new Neighbour(folder.resolve("dongmen"), village.village);
        }
        return neighbour;
    }

    @Override
    public void close() {
        if (neighbour != null) {
            neighbour.close();
        }
    }
}
