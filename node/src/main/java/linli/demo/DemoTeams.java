package linli.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.TeamEvent.Kind;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
import linli.entry.VolunteerNo;

/** The teams of a community: those that stand by for emergencies, and its partner units. */
final class DemoTeams {
    /** In the whole county. */
    static final int EMERGENCY_TEAMS = 53;

    private static final List<String> EMERGENCY_NAMES = List.of("应急救援队", "义务消防队");
    private static final int MOST_MEMBERS = 8;

    private final DemoScene scene;
    private final DemoLot lot;
    private final DemoPeople people;
    private final List<String> units;
    private final List<EntryId> unitIds = new ArrayList<>();
    private final Map<EntryId, List<VolunteerNo>> emergency = new HashMap<>();
    private final List<EntryId> emergencyIds = new ArrayList<>();
    private int welcomed;

    DemoTeams(DemoScene scene, DemoLot lot, DemoPeople people) {
        this.scene = scene;
        this.lot = lot;
        this.people = people;
        this.units = DemoUnits.of(scene.community());
    }

    /** Names of the partner units. */
    List<String> units() {
        return units;
    }

    EntryId someTeam() {
        return lot.one(emergencyIds);
    }

    List<VolunteerNo> members(EntryId team) {
        return emergency.getOrDefault(team, List.of());
    }

    void begin() {
        form();
        emergencyIds.forEach(team ->
                lot.some(people.neighbours(), lot.between(4, MOST_MEMBERS)).forEach(member -> join(team, member)));
        people.officials().forEach(this::report);
        scene.pen().flush();
        leave();
    }

    private void form() {
        int teams = scene.community().shareOf(EMERGENCY_TEAMS);
        EMERGENCY_NAMES.stream()
                .limit(teams)
                .forEach(name -> form(Kind.EMERGENCY, scene.community().name() + name));
        units.forEach(name -> form(Kind.PARTNER_UNIT, name));
        List<EntryId> formed = scene.pen().flush();
        emergencyIds.addAll(formed.subList(0, teams));
        unitIds.addAll(formed.subList(teams, formed.size()));
    }

    private void form(Kind kind, String name) {
        scene.pen().note(DemoStaff.CLERK, new TeamFormed(kind, name));
    }

    /** One of them finds that it is not for them. */
    private void leave() {
        EntryId team = someTeam();
        VolunteerNo member = lot.one(members(team));
        scene.pen().write(new Actor.Volunteer(member), new TeamLeft(team, member));
        members(team).remove(member);
    }

    /** Whoever comes later joins, too: an official the unit, some neighbours a team. */
    void welcome(VolunteerNo newcomer) {
        if (people.officials().contains(newcomer)) {
            report(newcomer);
        } else if (lot.in(30)) {
            join(someTeam(), newcomer);
        }
        scene.pen().flush();
    }

    private void report(VolunteerNo official) {
        EntryId unit = unitIds.get(welcomed++ % unitIds.size());
        scene.pen().note(DemoStaff.CLERK, new TeamJoined(unit, official));
    }

    private void join(EntryId team, VolunteerNo member) {
        emergency.computeIfAbsent(team, any -> new ArrayList<>()).add(member);
        scene.pen().note(new Actor.Volunteer(member), new TeamJoined(team, member));
    }
}
