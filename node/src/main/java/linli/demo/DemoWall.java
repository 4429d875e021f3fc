package linli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.office.WishDesk.Asking;
import linli.profile.WishDetails;
import org.jspecify.annotations.Nullable;

/** The wall: what is asked for, and what becomes of it. */
final class DemoWall {
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final LocalTime URGENT = LocalTime.of(8, 40);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 20);
    private static final WishDetails NONE = new WishDetails(null, null, null, null);

    private final DemoScene scene;
    private final DemoLot lot;
    private final DemoPeople people;
    private final DemoTeams teams;
    private final List<Asked> asked;
    private final List<DemoWish> going = new ArrayList<>();

    /** When what is asked for of one kind. */
    private record Asked(DemoWants wants, DemoCalendar days) {}

    DemoWall(DemoScene scene, DemoLot lot, DemoPeople people, DemoTeams teams) {
        this.scene = scene;
        this.lot = lot;
        this.people = people;
        this.teams = teams;
        this.asked = DemoWants.ALL.stream()
                .map(wants -> new Asked(wants, scene.draw(lot, wants.yearly())))
                .toList();
    }

    void plan(LocalDate day, DemoAgenda agenda) {
        for (Asked one : asked) {
            LocalTime time = one.wants().kind() == Kind.HELP ? URGENT : AFTERNOON;
            int times = one.days().on(day);
            for (int i = 0; i < times; i++) {
                agenda.at(time, () -> post(one.wants(), day));
            }
        }
        agenda.at(MORNING, () -> goOn(day));
    }

    private void post(DemoWants wants, LocalDate day) {
        VolunteerNo wisher = lot.in(wants.byVolunteersPercent()) ? lot.one(people.all()) : null;
        Actor by = wisher == null ? DemoStaff.CLERK : new Actor.Volunteer(wisher);
        Asking asking = new Asking(
                wants.kind(),
                wisher,
                lot.one(wants.titles()),
                details(wants.kind(), wisher),
                null,
                null,
                scene.pen().next());
        EntryId id = scene.wishes().post(asking, by).idOrThrow();
        going.add(new DemoWish(scene, lot, people, teams, id, wants, wisher, day));
    }

    /** Whoever comes to help must know where to. */
    private WishDetails details(Kind kind, @Nullable VolunteerNo wisher) {
        boolean atADoor = wisher == null && (kind == Kind.ORDER || kind == Kind.REPAIR || kind == Kind.HELP);
        return atADoor ? new WishDetails(null, DemoNames.door(lot), DemoNames.person(lot), null) : NONE;
    }

    private void goOn(LocalDate day) {
        going.stream().filter(wish -> wish.isDue(day)).forEach(wish -> wish.goOn(day));
        going.removeIf(DemoWish::isOver);
        scene.pen().flush();
    }
}
