package linli.node.county;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import linli.entry.Actor;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.ledger.Books;
import linli.ledger.Draft;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.report.Format;
import linli.report.PolicyReport;
import linli.report.Reports;
import linli.text.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli policy}: what hours, wishes and goods are worth, and what takes two people. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Shows the policy in force, checks another, and lets the county adopt it.")
public final class PolicyCommand extends CommandGroup {
    private static final long MOST_BYTES = 64 * 1024;

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows the policy in force at this node, clause by clause; as JSON it is what “adopt” takes.")
    int show(
            @Mixin NodeOption node,
            @Option(
                            names = "--format",
                            defaultValue = "table",
                            paramLabel = "table|csv|json",
                            description = "How to write it (${DEFAULT-VALUE}).")
                    Format format) {
        PolicyReport report = node.read((books, log) -> inForce(books));
        print(format == Format.JSON ? report.policy().strip() + "\n" : format.write(report));
        return 0;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks a document, and says what it would change at this node.")
    int check(
            @Mixin NodeOption node, @Parameters(paramLabel = "FILE", description = "The policy, as JSON.") Path file) {
        String document = document(file);
        print(told(changes(node.read((books, log) -> inForce(books)), document)));
        return 0;
    }

    @Command(
            name = "adopt",
            mixinStandardHelpOptions = true,
            description = "Puts a policy in force in the whole county. What was approved before keeps its worth.")
    int adopt(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "FILE", description = "The policy, as JSON.") Path file,
            @Option(
                            names = "--by",
                            paramLabel = "STAFF",
                            description = "The administrator who adopts it; the node itself when left out.")
                    @Nullable
                    String by,
            @Option(names = "--yes", description = "Does not ask.") boolean yes) {
        CountyCommand.requireCounty(node);
        String document = document(file);
        try (OpenNode open = node.open()) {
            PolicyReport before = inForce(open.ledger().books());
            List<String> changes = changes(before, document);
            print(told(changes));
            if (changes.isEmpty()) {
                throw new Failures.Problem("nothing was adopted: the policy in force says the same");
            }
            confirm(yes);
            PolicyAdopted event = new PolicyAdopted(before.version() + 1, document);
            Actor actor = by == null ? Actor.NODE : new Actor.Staff(by);
            print("Version " + event.version() + " is in force, adopted with entry "
                    + open.ledger().post(Draft.once(actor, event)).idOrThrow()
                    + ". Branches go by it when they next meet the county.\n");
        }
        return 0;
    }

    private static PolicyReport inForce(Books books) {
        return Reports.policy(books).orElseThrow(() -> new Failures.Problem("no policy is adopted yet"));
    }

    private static List<String> changes(PolicyReport before, String document) {
        try {
            return before.changesTo(document);
        } catch (IllegalArgumentException e) {
            throw new Failures.Problem(String.valueOf(e.getMessage()), e);
        }
    }

    private static String told(List<String> changes) {
        return changes.isEmpty()
                ? "It says the same as the policy in force.\n"
                : "It would change:\n"
                        + String.join(
                                "",
                                changes.stream()
                                        .map(change -> "  " + change + "\n")
                                        .toList());
    }

    private static void confirm(boolean yes) {
        if (!yes) {
            String answer = Terminal.ask("Adopt it? Type yes: ")
                    .orElseThrow(() -> new Failures.Problem("there is no terminal to ask on; use --yes"));
            if (!answer.strip().equals("yes")) {
                throw new Failures.Problem("nothing was adopted");
            }
        }
    }

    private static String document(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Failures.Problem("the policy " + file + " is longer than a policy can be");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new Failures.Problem("the policy " + file + " cannot be read", e);
        }
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
