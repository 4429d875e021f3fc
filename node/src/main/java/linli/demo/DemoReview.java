package linli.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.ledger.ServiceRecord;

/** The second person: approvals in batches once a week, what is found wrong, what somebody objects to while it is on show. */
final class DemoReview {
    /** In the county in a year. */
    private static final int REVERSALS = 170;

    private static final int DISPUTES = 140;
    private static final int REJECTIONS = 260;

    private static final LocalTime MORNING = LocalTime.of(9, 10);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 30);
    private static final LocalTime NIGHT = LocalTime.of(21, 50);
    private static final int RIGHT_OBJECTION_PERCENT = 40;
    private static final int LOOKING_INTO_DAYS = 2;
    private static final int RIGHT_MINUTES = 30;

    private final DemoScene scene;
    private final DemoLot lot;
    private final DemoCalendar reversals;
    private final DemoCalendar disputes;
    private final DemoCalendar rejections;
    private final List<EntryId> approved = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();

    private record Objection(EntryId record, LocalDate settledOn) {}

    DemoReview(DemoScene scene, DemoLot lot) {
        this.scene = scene;
        this.lot = lot;
        this.reversals = scene.draw(lot, REVERSALS);
        this.disputes = scene.draw(lot, DISPUTES);
        this.rejections = scene.draw(lot, REJECTIONS);
    }

    void plan(LocalDate day, DemoAgenda agenda) {
        int wrong = reversals.on(day);
        int objected = disputes.on(day);
        agenda.at(MORNING, () -> settle(day));
        for (int i = 0; i < wrong; i++) {
            agenda.at(MORNING, this::reverse);
        }
        for (int i = 0; i < objected; i++) {
            agenda.at(AFTERNOON, () -> object(day));
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY && !scene.isRecent(day)) {
            int rejected = rejections.on(day);
            agenda.at(NIGHT, () -> approve(rejected));
        }
    }

    private void approve(int rejected) {
        List<ServiceRecord> pending = scene.books().toDo().pending();
        List<ServiceRecord> wrong = lot.some(pending, rejected);
        List<EntryId> right = pending.stream()
                .filter(record -> !wrong.contains(record))
                .map(ServiceRecord::id)
                .toList();
        if (!right.isEmpty()) {
            scene.pen().note(DemoStaff.APPROVER, new HoursApproved(right, scene.policy()));
        }
        wrong.forEach(record -> scene.pen().note(DemoStaff.APPROVER, new HoursRejected(record.id(), "签到表上没有本人签名")));
        wrong.forEach(record -> correct(record, "核对签到表后重新登记"));
        scene.pen().flush();
        approved.addAll(right);
    }

    /** What counted already turns out to be wrong. */
    private void reverse() {
        if (!approved.isEmpty()) {
            EntryId record = lot.one(approved);
            approved.remove(record);
            takeBack(DemoStaff.APPROVER, record, "时长登记有误");
        }
    }

    private void takeBack(Actor by, EntryId id, String reason) {
        ServiceRecord record = scene.books().record(id).orElseThrow();
        scene.pen().note(by, new HoursReversed(id, reason));
        correct(record, "更正：" + reason);
        scene.pen().flush();
    }

    private void correct(ServiceRecord wrong, String note) {
        scene.pen()
                .note(
                        DemoStaff.CLERK,
                        new HoursRecorded(
                                wrong.volunteer(),
                                wrong.activity(),
                                wrong.day(),
                                null,
                                null,
                                Math.max(RIGHT_MINUTES, wrong.minutes() - RIGHT_MINUTES),
                                note,
                                wrong.id()));
    }

    private void object(LocalDate day) {
        List<ServiceRecord> shown = scene.books().toDo().onShow().stream()
                .filter(record -> objections.stream()
                        .noneMatch(objection -> objection.record().equals(record.id())))
                .toList();
        if (!shown.isEmpty()) {
            EntryId record = lot.one(shown).id();
            scene.pen().write(DemoStaff.CLERK, new HoursDisputed(record, "邻居反映当天没有见到本人"));
            approved.remove(record);
            objections.add(new Objection(record, day.plusDays(LOOKING_INTO_DAYS)));
        }
    }

    private void settle(LocalDate day) {
        List<Objection> due = objections.stream()
                .filter(objection -> !day.isBefore(objection.settledOn()))
                .toList();
        objections.removeAll(due);
        for (Objection objection : due) {
            if (lot.in(RIGHT_OBJECTION_PERCENT)) {
                takeBack(DemoStaff.MANAGER, objection.record(), "公示异议成立");
            } else {
                scene.pen().write(DemoStaff.MANAGER, new DisputeDismissed(objection.record(), "已核实签到表，本人到场"));
            }
        }
    }
}
