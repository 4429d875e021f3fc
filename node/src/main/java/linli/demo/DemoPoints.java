package linli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/** The points' desk: what people bring along from the books before, good deeds, one thing put right. */
final class DemoPoints {
    /** In the county in a year. */
    private static final int GOOD_DEEDS = 350;

    private static final int GREAT_DEEDS = 29;
    private static final int MISTAKES = 58;

    private static final LocalTime BEFORE_CLOSING = LocalTime.of(17, 0);
    private static final int BROUGHT_ALONG_PERCENT = 60;

    private final DemoScene scene;
    private final DemoLot lot;
    private final DemoPeople people;
    private final DemoCalendar deeds;
    private final DemoCalendar greatDeeds;
    private final DemoCalendar mistakes;

    DemoPoints(DemoScene scene, DemoLot lot, DemoPeople people) {
        this.scene = scene;
        this.lot = lot;
        this.people = people;
        this.deeds = scene.draw(lot, GOOD_DEEDS);
        this.greatDeeds = scene.draw(lot, GREAT_DEEDS);
        this.mistakes = scene.draw(lot, MISTAKES);
    }

    void begin() {
        for (VolunteerNo one : people.all()) {
            if (lot.in(BROUGHT_ALONG_PERCENT)) {
                adjust(one, lot.between(10, 60), Basis.OPENING_BALANCE, "旧积分卡结转", null);
            }
        }
        scene.pen().flush();
    }

    void plan(LocalDate day, DemoAgenda agenda) {
        int good = deeds.on(day);
        int great = greatDeeds.on(day);
        int wrong = mistakes.on(day);
        agenda.at(BEFORE_CLOSING, () -> {
            somebody(good).forEach(one -> adjust(one, 2, Basis.CIVIC_ACT, "主动清扫门前积雪杂物", null));
            somebody(great).forEach(one -> adjust(one, 120, Basis.CIVIC_ACT, "见义勇为，救助落水儿童", "approver"));
            somebody(wrong).stream()
                    .filter(one -> scene.books().held(one) > 0)
                    .forEach(one -> adjust(one, -1, Basis.CORRECTION, "重复计分更正", null));
            scene.pen().flush();
        });
    }

    private List<VolunteerNo> somebody(int many) {
        return lot.some(people.neighbours(), many);
    }

    private void adjust(VolunteerNo whose, long points, Basis basis, String reason, @Nullable String second) {
        scene.pen().note(DemoStaff.MANAGER, new PointsAdjusted(whose, points, basis, reason, second));
    }
}
