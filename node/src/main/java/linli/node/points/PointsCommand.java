package linli.node.points;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Draft;
import linli.ledger.Transfer;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.text.TextTable;
import linli.transfer.TransferDesk;
import linli.wire.Slip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli points}: points that go to another branch, such as come, and those that are adjusted by hand. */
@Command(
        name = "points",
        mixinStandardHelpOptions = true,
        description = {
            "Sends points to another branch, takes in such as come, and lists those on their way; adjusts points by hand."
        },
        subcommands = PointsAdjustCommand.class)
public final class PointsCommand extends CommandGroup {
    private static final long MOST_SLIP_BYTES = 16 * 1024;

    @Command(
            name = "send",
            mixinStandardHelpOptions = true,
            description = "Sends a volunteer's points to another branch and prints the slip that they arrive with.")
    int send(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "NO", description = "The volunteer's number.") String number,
            @Parameters(paramLabel = "POINTS", description = "How many.") long points,
            @Option(names = "--to", required = true, paramLabel = "BRANCH", description = "The other branch's number.")
                    int branch,
            @Option(names = "--by", required = true, paramLabel = "STAFF", description = "The clerk who sends them.")
                    String by,
            @Mixin SlipOptions slip) {
        VolunteerNo no = VolunteerNo.parse(number);
        try (OpenNode open = node.open()) {
            PointsSent event = open.ledger()
                    .books()
                    .passbooks()
                    .sending(no, points, branch, open.ledger().today());
            EntryId sent =
                    open.ledger().post(Draft.once(new Actor.Staff(by), event)).idOrThrow();
            say(points + " points of " + no + " are on their way to "
                    + name(open.ledger().books(), branch) + ", with entry " + sent + ".");
            say("They arrive when that branch reads the slip, or has this one's log; once, whichever comes first.");
            slip.show(
                    new TransferDesk(open.ledger()).slipOf(sent).toText(),
                    spec.commandLine().getOut());
        }
        return 0;
    }

    @Command(
            name = "slip",
            mixinStandardHelpOptions = true,
            description = "Prints the slip of points that were sent, again.")
    int slip(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "ENTRY", description = "The entry that sent them, such as 3-4812.") String entry,
            @Mixin SlipOptions slip) {
        try (OpenNode open = node.open()) {
            Slip again = new TransferDesk(open.ledger()).slipOf(EntryId.parse(entry));
            slip.show(again.toText(), spec.commandLine().getOut());
        }
        return 0;
    }

    @Command(
            name = "receive",
            mixinStandardHelpOptions = true,
            description = "Takes in points by a slip, from a file or, with -, from what a scanner types.")
    int receive(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "SLIP", description = "The file with the slip; - for the standard input.")
                    Path file,
            @Option(names = "--by", required = true, paramLabel = "STAFF", description = "The clerk who takes them in.")
                    String by) {
        String text = text(file);
        try (OpenNode open = node.open()) {
            EntryId received = new TransferDesk(open.ledger())
                    .receive(text, new Actor.Staff(by))
                    .idOrThrow();
            say("The points have arrived, with entry " + received + ".");
        }
        return 0;
    }

    private static String text(Path file) {
        try {
            if (file.toString().equals("-")) {
                return new String(System.in.readNBytes((int) MOST_SLIP_BYTES), StandardCharsets.UTF_8);
            }
            if (Files.size(file) > MOST_SLIP_BYTES) {
                throw new Failures.Problem(file + " is too long for a slip");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new Failures.Problem("the slip " + file + " cannot be read", e);
        }
    }

    @Command(
            name = "transit",
            mixinStandardHelpOptions = true,
            description = "Lists points that were sent and have not arrived, as far as this node knows.")
    int transit(@Mixin NodeOption node) {
        TextTable table = new TextTable()
                .left("entry")
                .left("volunteer")
                .right("points")
                .left("from")
                .left("to");
        node.read((books, log) -> {
            for (Transfer transfer : books.transit().inTransit()) {
                table.row(
                        transfer.sent().toString(),
                        transfer.volunteer().toString(),
                        String.valueOf(transfer.points()),
                        name(books, transfer.sent().branch()),
                        name(books, transfer.toBranch()));
            }
            return true;
        });
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String name(Books books, int branch) {
        return books.branch(branch).map(Branch::name).orElse("branch " + branch);
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
    }
}
