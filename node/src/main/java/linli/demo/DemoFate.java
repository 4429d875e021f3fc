package linli.demo;

import com.google.common.collect.ImmutableList;
import java.util.List;
import linli.entry.WishEvent.Kind;

/** What becomes of a wish, step by step. What takes no last step lapses, and the caretaker closes it. */
enum DemoFate {
    TAKEN_ON(Step.CLAIM, Step.FULFIL, Step.CONFIRM),
    GIVEN_TO_A_TEAM(Step.GIVE_TO_TEAM, Step.CLAIM, Step.FULFIL, Step.CONFIRM),
    GIVEN_TO_STAFF(Step.GIVE_TO_STAFF, Step.FULFIL, Step.CONFIRM),
    GIVEN_UP_ONCE(Step.CLAIM, Step.RELEASE, Step.CLAIM, Step.FULFIL, Step.CONFIRM),
    WITHDRAWN(Step.WITHDRAW),
    REFUSED(Step.REFUSE),
    FORGOTTEN;

    /** What is done with a wish. */
    enum Step {
        ACCEPT,
        GIVE_TO_TEAM,
        GIVE_TO_STAFF,
        CLAIM,
        RELEASE,
        FULFIL,
        CONFIRM,
        WITHDRAW,
        REFUSE
    }

    private final ImmutableList<Step> steps;

    DemoFate(Step... steps) {
        this.steps = ImmutableList.copyOf(steps);
    }

    List<Step> steps() {
        return steps;
    }

    static DemoFate of(Kind kind, DemoLot lot) {
        int thrown = lot.between(1, 100);
        if (kind == Kind.SUGGESTION) {
            return thrown <= 70 ? GIVEN_TO_STAFF : thrown <= 90 ? REFUSED : FORGOTTEN;
        } else if (thrown <= 50) {
            return TAKEN_ON;
        } else if (thrown <= 67) {
            return GIVEN_TO_A_TEAM;
        } else if (thrown <= 80) {
            return GIVEN_TO_STAFF;
        } else if (thrown <= 85) {
            return GIVEN_UP_ONCE;
        }
        return thrown <= 89 ? WITHDRAWN : thrown <= 93 ? REFUSED : FORGOTTEN;
    }
}
