package linli.web.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import linli.web.caller.Visitor;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One setting up. It belongs to the browser in which the code was typed that stands on the node's terminal: whoever else comes by
 * over the network sees a door and no more. Safe for any number of threads; one thing happens at a time.
 */
final class Setup {
    private static final int MOST_TRIES = 20;

    private final String code;
    private final FirstRun firstRun;
    private int tries;
    private @Nullable String owner;
    private Answers answers = Answers.NONE;
    private FirstRun.@Nullable Paper paper;

    /** @param code as it stands on the terminal */
    Setup(String code, FirstRun firstRun) {
        this.code = code;
        this.firstRun = firstRun;
    }

    /** Whether this is the browser that sets up. */
    synchronized boolean belongsTo(Visitor visitor) {
        return owner != null && same(owner, visitor.mark());
    }

    /** Takes the code, if it is right. Whoever knows it takes over from another browser. */
    synchronized boolean open(Visitor visitor, String typed) {
        if (tries >= MOST_TRIES) {
            throw new ProblemException(Problem.TOO_MANY_TRIES);
        }
        boolean right = same(code, typed.replaceAll("[\\s-]", ""));
        if (right) {
            owner = visitor.mark();
            tries = 0;
        } else {
            tries++;
        }
        return right;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    synchronized Answers answers() {
        return answers;
    }

    /** Nothing is changed any more once the node is made. */
    synchronized void answer(Answers next) {
        if (paper == null) {
            answers = next;
        }
    }

    /** What is to be printed; empty until the node is made. */
    synchronized Optional<FirstRun.Paper> paper() {
        return Optional.ofNullable(paper);
    }

    /** Makes the node. Asked twice, it makes one. */
    synchronized void carryOut() {
        FirstRun.Manager manager = answers.manager();
        if (paper != null || manager == null || answers.next() != Answers.Question.CHECK) {
            return;
        }
        if (answers.isCounty() && answers.name() != null && answers.origin() != null) {
            paper = firstRun.found(answers.name(), answers.origin(), manager);
        } else if (answers.address() != null && answers.code() != null && answers.seen() != null) {
            paper = firstRun.join(answers.address(), answers.code(), answers.seen(), manager);
        }
    }

    void finish() {
        firstRun.finish();
    }
}
