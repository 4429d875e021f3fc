package linli.node.points;

import java.util.concurrent.Callable;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.VolunteerNo;
import linli.ledger.Draft;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli points adjust}: points by hand. */
@Command(
        name = "adjust",
        mixinStandardHelpOptions = true,
        description = {
            "Grants or takes points by hand: opening balances, civic acts, corrections. More than the policy lets a manager",
            "do alone takes a second person."
        })
final class PointsAdjustCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Parameters(paramLabel = "NO", description = "The volunteer's number.")
    private String number;

    @ArgGroup(multiplicity = "1")
    private Change change;

    /** More or fewer: one of the two. */
    private static final class Change {
        @Option(names = "--grant", paramLabel = "POINTS", description = "So many more.")
        private @Nullable Long granted;

        @Option(names = "--take", paramLabel = "POINTS", description = "So many fewer.")
        private @Nullable Long taken;

        private long points() {
            return granted != null ? positive(granted) : -positive(taken == null ? 0 : taken);
        }

        private static long positive(long points) {
            if (points <= 0) {
                throw new Failures.Problem("--grant and --take are followed by a number of points above zero");
            }
            return points;
        }
    }

    @Option(
            names = "--basis",
            required = true,
            paramLabel = "BASIS",
            description = "What for, to be counted by: one of ${COMPLETION-CANDIDATES}.")
    private Basis basis;

    @Option(names = "--reason", required = true, description = "Why; it stays in the log, so it names nobody.")
    private String reason;

    @Option(names = "--by", required = true, paramLabel = "STAFF", description = "The manager who does it.")
    private String by;

    @Option(
            names = "--second",
            paramLabel = "STAFF",
            description = "An approver or another manager, for more points than one alone may adjust.")
    private @Nullable String second;

    @Override
    public Integer call() {
        VolunteerNo no = VolunteerNo.parse(number);
        PointsAdjusted event = new PointsAdjusted(no, change.points(), basis, reason, second);
        try (OpenNode open = node.open()) {
            EntryId entry =
                    open.ledger().post(Draft.once(new Actor.Staff(by), event)).idOrThrow();
            spec.commandLine()
                    .getOut()
                    .println("Recorded as " + entry + ": " + no + " holds "
                            + open.ledger().books().held(no) + " points now.");
        }
        return 0;
    }
}
