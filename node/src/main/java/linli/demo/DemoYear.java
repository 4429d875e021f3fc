package linli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import linli.office.Caretaker;
import linli.office.Office;
import linli.office.WishDesk;

/**
 * Tells the year of one community, day by day: who comes, what is asked for, what goes over the counter, and what the node does by
 * the clock. The same seed, days and size make the same story.
 */
public final class DemoYear {
    private static final LocalTime FOUNDING = LocalTime.of(7, 30);
    private static final LocalTime DAWN = LocalTime.of(7, 50);

    private final DemoScene scene;
    private final Caretaker caretaker;
    private final DemoPeople people;
    private final DemoTeams teams;
    private final DemoService service;
    private final DemoReview review;
    private final DemoWall wall;
    private final DemoShop shop;
    private final DemoPoints points;
    private final DemoMoving moving;

    private DemoYear(DemoScene scene, DemoStory story, DemoPost post) {
        this.scene = scene;
        int branch = scene.ledger().node().branch();
        DemoLot lot = new DemoLot(story.seed() + branch);
        String clerk = DemoNames.person(lot);
        scene.clock().moveTo(story.first(), FOUNDING);
        DemoStaff.appoint(scene.ledger(), clerk, DemoNames.person(lot), DemoNames.person(lot), DemoNames.person(lot));
        this.caretaker = new Caretaker(scene.ledger());
        this.people = new DemoPeople(scene, lot.another(), story.people());
        this.teams = new DemoTeams(scene, lot.another(), people);
        this.service = new DemoService(scene, lot.another(), people, teams, clerk);
        this.review = new DemoReview(scene, lot.another());
        this.wall = new DemoWall(scene, lot.another(), people, teams);
        this.shop = new DemoShop(scene, lot.another(), teams, people);
        this.points = new DemoPoints(scene, lot.another(), people);
        this.moving = new DemoMoving(scene, people, post);
    }

    /**
     * Tells it.
     *
     * @param office of the community's node, which has written nothing yet but how it joined
     * @param wishes of the same node
     * @param clock of the same node; stands at the story's end afterwards
     * @param post to and from the other communities
     * @param dayDone is told of each day
     */
    public static void tell(
            DemoStory story,
            DemoCommunity community,
            Office office,
            WishDesk wishes,
            DemoClock clock,
            DemoPost post,
            Runnable dayDone) {
        DemoScene scene = DemoScene.of(office, wishes, clock, community, story.first(), story.days());
        new DemoYear(scene, story, post).tell(dayDone);
    }

    private void tell(Runnable dayDone) {
        people.begin();
        teams.begin();
        shop.begin();
        points.begin();
        for (int day = 0; day < scene.days(); day++) {
            live(scene.first().plusDays(day));
            dayDone.run();
        }
        scene.clock().moveTo(scene.last().plusDays(1), LocalTime.MIDNIGHT);
        caretaker.doWhatIsDue();
    }

    private void live(LocalDate day) {
        DemoAgenda agenda = new DemoAgenda(day);
        agenda.at(DAWN, caretaker::doWhatIsDue);
        people.plan(day, agenda, teams::welcome);
        service.plan(day, agenda);
        wall.plan(day, agenda);
        shop.plan(day, agenda);
        points.plan(day, agenda);
        moving.plan(day, agenda);
        review.plan(day, agenda);
        agenda.live(scene.clock());
    }
}
