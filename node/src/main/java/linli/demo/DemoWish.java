package linli.demo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import linli.demo.DemoFate.Step;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import org.jspecify.annotations.Nullable;

/** One wish on its way: which step is next, and whose it is. */
final class DemoWish {
    private static final int DAYS_FOR_STAFF = 4;

    private final DemoScene scene;
    private final DemoLot lot;
    private final DemoPeople people;
    private final DemoTeams teams;
    private final EntryId id;
    private final DemoWants wants;
    private final @Nullable VolunteerNo wisher;
    private final Deque<Step> steps;
    private LocalDate next;
    private @Nullable EntryId team;
    private @Nullable VolunteerNo helper;

    DemoWish(
            DemoScene scene,
            DemoLot lot,
            DemoPeople people,
            DemoTeams teams,
            EntryId id,
            DemoWants wants,
            @Nullable VolunteerNo wisher,
            LocalDate posted) {
        this.scene = scene;
        this.lot = lot;
        this.people = people;
        this.teams = teams;
        this.id = id;
        this.wants = wants;
        this.wisher = wisher;
        this.steps = new ArrayDeque<>(DemoFate.of(wants.kind(), lot).steps());
        if (wisher != null && !steps.isEmpty()) {
            steps.addFirst(Step.ACCEPT);
        }
        this.next = wants.kind() == Kind.HELP ? posted : posted.plusDays(1);
    }

    boolean isOver() {
        return steps.isEmpty();
    }

    boolean isDue(LocalDate day) {
        return !isOver() && !day.isBefore(next);
    }

    /** Takes the next step. */
    void goOn(LocalDate day) {
        step(steps.remove(), day);
        next = day.plusDays(lot.between(1, wants.gapDays()));
    }

    private void step(Step step, LocalDate day) {
        switch (step) {
            case ACCEPT -> scene.pen().note(DemoStaff.CLERK, new WishAccepted(id));
            case GIVE_TO_TEAM -> giveToTeam(day);
            case GIVE_TO_STAFF ->
                scene.pen().note(DemoStaff.CLERK, new WishDispatched(id, null, "clerk", day.plusDays(DAYS_FOR_STAFF)));
            case CLAIM -> claim();
            case RELEASE -> release();
            case FULFIL ->
                scene.pen().note(helper == null ? DemoStaff.CLERK : hand(helper), new WishFulfilled(id, "已办好"));
            case CONFIRM -> scene.pen().note(confirmer(), new WishConfirmed(id, lot.between(3, 5), scene.policy()));
            case WITHDRAW -> close(wisher == null ? DemoStaff.CLERK : hand(wisher), End.WITHDRAWN, "自己解决了");
            case REFUSE -> close(DemoStaff.CLERK, End.REFUSED, "不在社区服务范围内，已说明");
        }
    }

    private void giveToTeam(LocalDate day) {
        EntryId chosen = teams.someTeam();
        team = chosen;
        scene.pen().note(DemoStaff.CLERK, new WishDispatched(id, chosen, null, day.plusDays(DAYS_FOR_STAFF)));
    }

    private void claim() {
        var able = (team == null ? people.all() : teams.members(team))
                .stream().filter(one -> !one.equals(wisher)).toList();
        VolunteerNo chosen = lot.one(able);
        helper = chosen;
        scene.pen().note(hand(chosen), new WishClaimed(id, chosen, null));
    }

    private void release() {
        if (helper != null) {
            scene.pen().note(hand(helper), new WishReleased(id, "临时有事，来不及"));
            helper = null;
        }
    }

    private Actor confirmer() {
        if (wants.kind() == Kind.SUGGESTION) {
            return DemoStaff.APPROVER;
        }
        return wisher == null ? DemoStaff.MANAGER : hand(wisher);
    }

    private void close(Actor by, End end, String reason) {
        scene.pen().note(by, new WishClosed(id, end, reason));
    }

    private static Actor hand(VolunteerNo volunteer) {
        return new Actor.Volunteer(volunteer);
    }
}
