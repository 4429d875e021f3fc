package linli.node.people;

import java.time.Instant;
import linli.access.Kiosk;
import linli.access.Kiosks;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.TimeText;
import linli.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli kiosk}: the devices that people come to. */
@Command(
        name = "kiosk",
        mixinStandardHelpOptions = true,
        description = "Pairs kiosks, lists them and lets them in no more. Also while the node is running.")
public final class KioskCommand extends CommandGroup {
    @Command(
            name = "pair",
            mixinStandardHelpOptions = true,
            description = "Makes a code to be typed at one device within ten minutes.")
    int pair(
            @Mixin NodeOption node,
            @Option(names = "--name", required = true, description = "Where it stands, such as 大厅.") String name) {
        Kiosks.Issued issued = kiosks(node).issue(name, Instant.now());
        spec.commandLine()
                .getOut()
                .printf(
                        "%s%nGood for one device, until %s. Type it there.%n请在该设备上输入；十分钟内有效，只能用一次。%n",
                        issued.code(), TimeText.minute(issued.expiresAt()));
        return 0;
    }

    @Command(name = "list", aliases = "ls", mixinStandardHelpOptions = true, description = "Lists the paired devices.")
    int list(@Mixin NodeOption node) {
        TextTable table = new TextTable().left("id").left("name").left("paired");
        for (Kiosk kiosk : kiosks(node).list()) {
            table.row(kiosk.id(), kiosk.name(), TimeText.minute(kiosk.pairedAt()));
        }
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Lets a device in no more, from its next request on.")
    int revoke(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "ID", description = "As “linli kiosk list” lists it.") String id) {
        if (!kiosks(node).revoke(id)) {
            throw new Failures.Problem("no kiosk has the id " + id + "; see “linli kiosk list”");
        }
        spec.commandLine().getOut().println("The kiosk " + id + " is let in no more.");
        return 0;
    }

    private static Kiosks kiosks(NodeOption node) {
        return Kiosks.open(node.folder().folder());
    }
}
