package linli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import linli.entry.VolunteerNo;
import linli.ledger.Ledger;
import linli.office.Office;
import linli.profile.Profile;

/** The volunteers of a community: neighbours, and officials who report there. Most are there from the first day, others come. */
final class DemoPeople {
    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 30);
    private static final int AT_FIRST_PERCENT = 70;
    /** Every so-maniest volunteer is an official. */
    private static final int OFFICIAL_EVERY = 4;

    private final DemoScene scene;
    private final DemoLot lot;
    private final int atFirst;
    private final DemoCalendar later;
    private final List<VolunteerNo> neighbours = new ArrayList<>();
    private final List<VolunteerNo> officials = new ArrayList<>();
    private int enrolled;

    /** @param people how many there are in the end */
    DemoPeople(DemoScene scene, DemoLot lot, int people) {
        this.scene = scene;
        this.lot = lot;
        this.atFirst = (people * AT_FIRST_PERCENT + 99) / 100;
        this.later = DemoCalendar.draw(lot, scene.first(), scene.days(), people - atFirst);
    }

    /** Those who do not come from a partner unit. */
    List<VolunteerNo> neighbours() {
        return neighbours;
    }

    List<VolunteerNo> officials() {
        return officials;
    }

    List<VolunteerNo> all() {
        List<VolunteerNo> all = new ArrayList<>(neighbours);
        all.addAll(officials);
        return all;
    }

    void begin() {
        enrol(atFirst, scene.first());
    }

    /** @param welcome is told of each who comes */
    void plan(LocalDate day, DemoAgenda agenda, Consumer<VolunteerNo> welcome) {
        int newcomers = later.on(day);
        if (newcomers > 0) {
            agenda.at(OFFICE_OPENS, () -> enrol(newcomers, day).forEach(welcome));
        }
    }

    private List<VolunteerNo> enrol(int people, LocalDate day) {
        List<Office.Application> applications = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            applications.add(
                    new Office.Application(profile(day), day, scene.pen().next()));
        }
        List<VolunteerNo> fresh = Ledger.idsOrThrow(scene.office().enrolAll(applications, DemoStaff.CLERK)).stream()
                .map(VolunteerNo::new)
                .toList();
        fresh.forEach(this::know);
        return fresh;
    }

    private Profile profile(LocalDate consented) {
        return Profile.builder()
                .name(DemoNames.person(lot))
                .area(scene.community().name())
                .consentedOn(consented)
                .build();
    }

    private void know(VolunteerNo no) {
        enrolled++;
        (enrolled % OFFICIAL_EVERY == 0 ? officials : neighbours).add(no);
    }
}
