package linli.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.intake.Intake;
import linli.intake.IntakeRows;
import linli.intake.ServiceRow;
import linli.ledger.Books;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.ledger.StaffMember;
import linli.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Who and what a table names: the volunteers to know and the activities to have before its rows can be recorded. */
final class ImportPlan {
    /** An activity of the table: the same name at another place is another activity. */
    record ActivityKey(String place, String name, String category) {
        static ActivityKey of(ServiceRow row) {
            return new ActivityKey(row.place(), row.activity(), row.category());
        }

        RequestId request() {
            return RequestId.derived("import/activity", place, name, category);
        }
    }

    /** A volunteer of the table: what the first row that says anything says of them. */
    private record Newcomer(@Nullable String name, @Nullable String phone, LocalDate firstDay) {
        Newcomer and(ServiceRow row) {
            return new Newcomer(
                    name == null ? row.name() : name,
                    phone == null ? row.phone() : phone,
                    row.date().isBefore(firstDay) ? row.date() : firstDay);
        }
    }

    private final Map<String, Newcomer> volunteers = new LinkedHashMap<>();
    private final Set<ActivityKey> activities = new LinkedHashSet<>();

    private ImportPlan() {}

    static ImportPlan of(Intake intake) {
        ImportPlan plan = new ImportPlan();
        try (IntakeRows rows = intake.rows()) {
            rows.forEachRemaining(row -> plan.add(row.row()));
        }
        return plan;
    }

    private void add(ServiceRow row) {
        activities.add(ActivityKey.of(row));
        Newcomer known = volunteers.get(row.volunteer());
        Newcomer first = known == null ? new Newcomer(row.name(), row.phone(), row.date()) : known;
        volunteers.put(row.volunteer(), first.and(row));
    }

    void requireFit(Books books, Actor by, @Nullable Actor approver) {
        requireOffice(books, by, Role.CLERK);
        if (approver != null) {
            requireOffice(books, approver, Role.APPROVER);
            require(
                    !approver.equals(by),
                    "whoever records hours may not approve them: name another member of staff to approve");
        }
        Policy policy = books.policy()
                .map(adopted -> Policy.parse(adopted.document()))
                .orElseThrow(() -> new ImportRefused("the county has adopted no policy yet"));
        Set<String> unknown = new TreeSet<>();
        activities.stream()
                .map(ActivityKey::category)
                .filter(category -> policy.category(category).isEmpty())
                .forEach(unknown::add);
        require(
                unknown.isEmpty(),
                "the policy has no category " + String.join(", ", unknown) + "; it has "
                        + String.join(
                                ", ",
                                policy.categories().stream()
                                        .map(Policy.Category::code)
                                        .toList())
                        + ". Change the mapping.");
    }

    private static void requireOffice(Books books, Actor actor, Role role) {
        if (actor instanceof Actor.Staff staff) {
            Optional<StaffMember> member = books.staff(staff.handle()).filter(StaffMember::inOffice);
            require(member.isPresent(), "nobody called " + staff.handle() + " is in office here; see “linli staff ls”");
            require(
                    member.filter(known -> known.mayActAs(role)).isPresent(),
                    staff.handle() + " does not hold the office of "
                            + role.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ImportRefused(otherwise);
        }
    }

    /** How many it would enrol. */
    long newVolunteers(Office office) {
        return volunteers.keySet().stream()
                .filter(former -> known(office, former).isEmpty())
                .count();
    }

    /** How many activities it would open. */
    long newActivities(Ledger ledger) {
        return activities.stream()
                .filter(key -> ledger.books().entryOf(key.request()).isEmpty())
                .count();
    }

    /** Enrols whom nobody knows yet and opens what is not there yet. */
    ImportedNumbers carryOut(Office office, Actor by) {
        ImportedNumbers numbers = new ImportedNumbers();
        List<String> unknown = new ArrayList<>();
        volunteers
                .keySet()
                .forEach(former -> known(office, former)
                        .ifPresentOrElse(no -> numbers.put(former, no), () -> unknown.add(former)));
        List<Office.Application> applications =
                unknown.stream().map(this::application).toList();
        List<EntryId> enrolled = Ledger.idsOrThrow(office.enrolAll(applications, by));
        for (int i = 0; i < unknown.size(); i++) {
            numbers.put(unknown.get(i), new VolunteerNo(enrolled.get(i)));
        }
        activities.forEach(key -> numbers.put(key, opened(office.ledger(), key, by)));
        return numbers;
    }

    private Office.Application application(String former) {
        Newcomer newcomer = Objects.requireNonNull(volunteers.get(former));
        Profile profile = Profile.builder()
                .formerNumber(former)
                .name(newcomer.name())
                .phone(newcomer.phone())
                .build();
        return new Office.Application(profile, newcomer.firstDay(), request(former));
    }

    private static RequestId request(String former) {
        return RequestId.derived("import/volunteer", former);
    }

    /** Known from an earlier import, or enrolled by a clerk who wrote their former number down. */
    private static Optional<VolunteerNo> known(Office office, String former) {
        return office.ledger()
                .books()
                .entryOf(request(former))
                .map(VolunteerNo::new)
                .or(() -> office.find(former).stream()
                        .filter(person -> former.equals(person.profile().formerNumber()))
                        .map(Office.Person::no)
                        .findFirst());
    }

    private static EntryId opened(Ledger ledger, ActivityKey key, Actor by) {
        return ledger.books().entryOf(key.request()).orElseGet(() -> {
            ActivityOpened event = new ActivityOpened(key.name(), key.place(), key.category(), null, null, null, null);
            return ledger.post(new Draft(by, key.request(), event)).idOrThrow();
        });
    }
}
