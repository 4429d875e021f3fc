package linli.demo;

import java.time.LocalDate;
import java.time.LocalTime;

/** Who moves house from community to community and takes points along. */
final class DemoMoving {
    private static final LocalTime NOON = LocalTime.of(11, 40);
    private static final int SENT_PERCENT = 60;
    private static final int RECEIVED_PERCENT = 70;
    /** Of so many communities, one sends points on the last day, which are on their way when the story ends. */
    private static final int LATE_EVERY = 7;

    private final DemoScene scene;
    private final DemoPeople people;
    private final DemoPost post;
    private final int branch;

    DemoMoving(DemoScene scene, DemoPeople people, DemoPost post) {
        this.scene = scene;
        this.people = people;
        this.post = post;
        this.branch = scene.ledger().node().branch();
    }

    void plan(LocalDate day, DemoAgenda agenda) {
        if (day.equals(dayAt(SENT_PERCENT))) {
            agenda.at(
                    NOON,
                    () -> post.next(branch)
                            .ifPresent(
                                    next -> post.bring(branch, DemoTransfer.send(scene, people.neighbours(), next))));
        }
        if (day.equals(dayAt(RECEIVED_PERCENT))) {
            agenda.at(NOON, () -> post.awaitFor(branch).ifPresent(slip -> slip.receive(scene)));
        }
        if (day.equals(scene.last()) && branch % LATE_EVERY == 1) {
            agenda.at(
                    NOON,
                    () -> post.next(branch).ifPresent(next -> DemoTransfer.send(scene, people.neighbours(), next)));
        }
    }

    private LocalDate dayAt(int percent) {
        return scene.first().plusDays((scene.days() - 1L) * percent / 100);
    }
}
