package linli.node.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import linli.access.Passwords;
import linli.entry.Actor;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.Role;
import linli.ledger.Draft;
import linli.ledger.StaffMember;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.node.console.StaffOption;
import linli.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli staff}: who holds which office. */
@Command(
        name = "staff",
        mixinStandardHelpOptions = true,
        description = "Appoints, dismisses and lists staff, and hands out passwords.")
public final class StaffCommand extends CommandGroup {
    @Command(
            name = "appoint",
            mixinStandardHelpOptions = true,
            description = "Puts somebody in office, or changes their roles.")
    int appoint(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "HANDLE=NAME", description = "Such as wang=王芳.") String member,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE",
                            description = "One or more of ${COMPLETION-CANDIDATES}.")
                    List<Role> roles) {
        return post(node, StaffOption.parse(member, roles).appointment());
    }

    @Command(name = "dismiss", mixinStandardHelpOptions = true, description = "Takes somebody's office from them.")
    int dismiss(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "HANDLE", description = "Whose.") String handle,
            @Option(names = "--reason", required = true, description = "Why; it stays in the log.") String reason) {
        return post(node, new StaffDismissed(handle, reason));
    }

    @Command(name = "ls", mixinStandardHelpOptions = true, description = "Lists everybody in office.")
    int ls(@Mixin NodeOption node) {
        TextTable table = new TextTable().left("handle").left("name").left("roles");
        node.read((books, log) -> books.staff()).stream()
                .filter(StaffMember::inOffice)
                .forEach(member -> table.row(member.handle(), member.name(), roles(member)));
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a password with which somebody in office signs in once, to choose their own.",
                "It takes the place of whatever they had. Also while the node is running."
            })
    int password(@Mixin NodeOption node, @Parameters(paramLabel = "HANDLE", description = "Whose.") String handle) {
        StaffMember member = node.read((books, log) -> books.staff(handle))
                .filter(StaffMember::inOffice)
                .orElseThrow(() ->
                        new Failures.Problem("nobody called " + handle + " is in office here; see “linli staff ls”"));
        String initial = Passwords.open(node.folder().folder()).handOut(member, Instant.now());
        spec.commandLine()
                .getOut()
                .printf(
                        "%s%nGood for %d days, and for choosing a password of their own. It is shown only once.%n"
                                + "初始密码，%d 天内有效，首次登录时须改为自己的密码；只显示这一次。%n",
                        initial, Passwords.INITIAL_LIFE.toDays(), Passwords.INITIAL_LIFE.toDays());
        return 0;
    }

    private static String roles(StaffMember member) {
        return member.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private int post(NodeOption node, Event event) {
        try (OpenNode open = node.open()) {
            spec.commandLine()
                    .getOut()
                    .println("Recorded as "
                            + open.ledger().post(Draft.once(Actor.NODE, event)).idOrThrow() + ".");
        }
        return 0;
    }
}
