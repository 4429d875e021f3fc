package linli.node.wish;

import java.time.LocalDate;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.office.WishDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli wish}: what people ask for, from asking to points. */
@Command(
        name = "wish",
        mixinStandardHelpOptions = true,
        description = "Wishes, service orders, repairs, calls for help and suggestions.",
        subcommands = {
            WishPostCommand.class,
            WishListCommand.class,
            WishShowCommand.class,
            WishRequestCommands.Ask.class,
            WishRequestCommands.Withdraw.class,
            WishRequestCommands.Waiting.class,
            WishRequestCommands.Grant.class,
            WishRequestCommands.Decline.class
        })
public final class WishCommand extends CommandGroup {
    static final String WISH = "The wish, such as 0-31.";
    static final String REASON = "Why; it stays in the log.";

    /** To whom a wish is given: one of the two. */
    static final class Doer {
        @Option(names = "--team", required = true, paramLabel = "TEAM", description = "The team that does it.")
        private @Nullable String team;

        @Option(names = "--staff", required = true, paramLabel = "STAFF", description = "The member of staff.")
        private @Nullable String staff;

        @Nullable
        EntryId team() {
            return team == null ? null : EntryId.parse(team);
        }
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = "Puts on the wall what a volunteer asks for.")
    int accept(@Mixin WritingOption writing, @Parameters(paramLabel = "WISH", description = WISH) String wish) {
        return writing.post(spec, new WishAccepted(EntryId.parse(wish)));
    }

    @Command(
            name = "dispatch",
            mixinStandardHelpOptions = true,
            description = "Gives a wish to a team or a member of staff to be done.")
    int dispatch(
            @Mixin WritingOption writing,
            @Parameters(paramLabel = "WISH", description = WISH) String wish,
            @ArgGroup(multiplicity = "1") Doer doer,
            @Option(names = "--due", required = true, paramLabel = "DAY", description = "By when.") LocalDate due) {
        return writing.post(spec, new WishDispatched(EntryId.parse(wish), doer.team(), doer.staff, due));
    }

    @Command(name = "claim", mixinStandardHelpOptions = true, description = "Lets a volunteer take a wish on.")
    int claim(
            @Mixin WritingOption writing,
            @Parameters(index = "0", paramLabel = "WISH", description = WISH) String wish,
            @Parameters(index = "1", paramLabel = "NO", description = "The volunteer's number.") String no) {
        return writing.post(spec, new WishClaimed(EntryId.parse(wish), VolunteerNo.parse(no), null));
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Leaves to others what somebody has, or what was said to be done and is not.")
    int release(
            @Mixin WritingOption writing,
            @Parameters(paramLabel = "WISH", description = WISH) String wish,
            @Option(names = "--reason", required = true, description = REASON) String reason) {
        return writing.post(spec, new WishReleased(EntryId.parse(wish), reason));
    }

    @Command(name = "fulfil", mixinStandardHelpOptions = true, description = "Says that a wish is done.")
    int fulfil(
            @Mixin WritingOption writing,
            @Parameters(paramLabel = "WISH", description = WISH) String wish,
            @Option(names = "--note", description = "How; it stays in the log.") @Nullable String note) {
        return writing.post(spec, new WishFulfilled(EntryId.parse(wish), note));
    }

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = "Agrees that it is done, and gives the points for it.")
    int confirm(
            @Mixin WritingOption writing,
            @Parameters(paramLabel = "WISH", description = WISH) String wish,
            @Option(names = "--stars", required = true, description = "How good it was, 1 to 5.") int stars) {
        EntryId id = EntryId.parse(wish);
        return writing.post(
                spec,
                ledger -> new WishConfirmed(
                        id, stars, ledger.books().policy().orElseThrow().version()));
    }

    @Command(name = "close", mixinStandardHelpOptions = true, description = "Ends a wish that is not done.")
    int close(
            @Mixin WritingOption writing,
            @Parameters(paramLabel = "WISH", description = WISH) String wish,
            @Option(
                            names = "--end",
                            required = true,
                            paramLabel = "END",
                            description = "How: one of ${COMPLETION-CANDIDATES}.")
                    End end,
            @Option(names = "--reason", required = true, description = REASON) String reason) {
        return writing.post(spec, new WishClosed(EntryId.parse(wish), end, reason));
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Destroys the details of a wish, for good; the wish itself stays.")
    int forget(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "WISH", description = WISH) String wish,
            @Option(names = "--yes", required = true, description = "Confirms: this cannot be undone.") boolean yes) {
        EntryId id = EntryId.parse(wish);
        try (OpenNode open = node.open()) {
            if (!(yes && new WishDesk(open.ledger(), open.profiles()).forget(id))) {
                throw new Failures.Problem("there are no details of " + id + " to forget");
            }
        }
        WritingOption.say(spec, "The details of " + id + " are forgotten.");
        return 0;
    }
}
