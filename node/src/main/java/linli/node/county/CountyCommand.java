package linli.node.county;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.enrol.Invite;
import linli.enrol.Invites;
import linli.ledger.Branch;
import linli.ledger.NodeFolder;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.TimeText;
import linli.node.serve.OwnAddress;
import linli.sync.PeerAddress;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli county}: who belongs to the county. */
@Command(
        name = "county",
        mixinStandardHelpOptions = true,
        description = {
            "Lets communities join the county, gives them new keys, closes them.",
            "Codes are made and withdrawn while the node runs; closing needs it stopped."
        },
        subcommands = {CountyBranchesCommand.class, CountyCloseCommand.class})
public final class CountyCommand extends CommandGroup {
    /** As many digits of an invite's id as tell a thousand of them apart. */
    private static final int SHORT_ID = 8;

    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = "Makes a code with which a community joins.")
    int invite(
            @Mixin NodeOption node,
            @Option(names = "--name", required = true, description = "The community's name, such as 和平社区.") String name,
            @Option(
                            names = "--slug",
                            required = true,
                            description =
                                    "Its short name in origins: small letters, digits, dashes. It can never change.")
                    String slug,
            @Mixin CodeOption code) {
        NodeFolder county = requireCounty(node);
        requireFree(slug, node, Invites.open(county.folder(), Clock.systemUTC()));
        code.issue(county, new Invite.NewBranch(slug, name), name + " (" + slug + ")")
                .print(spec.commandLine().getOut());
        return 0;
    }

    private static void requireFree(String slug, NodeOption node, Invites invites) {
        if (branches(node).stream().anyMatch(branch -> branch.slug().equals(slug))) {
            throw new Failures.Problem("there is a branch “" + slug
                    + "” already; choose another slug, or give it a new key with “linli county rotate " + slug + "”");
        }
        if (invites.list().stream()
                .filter(CountyCommand::isOpen)
                .anyMatch(invite -> invite.purpose() instanceof Invite.NewBranch other
                        && other.slug().equals(slug))) {
            throw new Failures.Problem("a code for “" + slug
                    + "” is out already; see “linli county invites”, and withdraw" + " it before you make another");
        }
    }

    private static boolean isOpen(Invite invite) {
        return invite.takenBy().isEmpty() && !invite.isExpired(Instant.now());
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Makes a code with which a branch goes on with a new key, as when its key or disk is lost.")
    int rotate(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "BRANCH", description = "Its number or slug.") String which,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "Why; it is kept with the code.")
                    String reason,
            @Mixin CodeOption code) {
        NodeFolder county = requireCounty(node);
        CountyRegister.Listed branch = CountyRegister.of(node).open(which);
        String name = branch.name();
        code.issue(county, new Invite.NewKey(branch.number(), reason), name)
                .again()
                .print(spec.commandLine().getOut());
        spec.commandLine().getOut().printf("""

                When the code is taken, the log of %s so far ends with what the county holds of it then.
                Now that is %,d entries. Let the branch reconcile first, if it still can: what comes later is void.
                换钥后,只有县里已保存的记录有效(现有 %,d 条);请先让该社区同步。
                """, name, branch.held(), branch.held());
        return 0;
    }

    @Command(name = "invites", mixinStandardHelpOptions = true, description = "Lists codes, without the codes.")
    int invites(@Mixin NodeOption node) {
        NodeFolder county = requireCounty(node);
        TextTable table = new TextTable()
                .left("id")
                .left("for")
                .left("name")
                .left("issued")
                .left("expires")
                .left("");
        for (Invite invite : Invites.open(county.folder(), Clock.systemUTC()).list()) {
            table.row(
                    shortId(invite),
                    invite.purpose() instanceof Invite.NewBranch branch ? branch.slug() : "new key",
                    nameOf(invite, node),
                    TimeText.minute(invite.issuedAt()),
                    TimeText.minute(invite.expiresAt()),
                    state(invite));
        }
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String nameOf(Invite invite, NodeOption node) {
        if (invite.purpose() instanceof Invite.NewBranch branch) {
            return branch.name();
        }
        int number = ((Invite.NewKey) invite.purpose()).number();
        return branches(node).stream()
                .filter(branch -> branch.number() == number)
                .map(Branch::name)
                .findFirst()
                .orElse("branch " + number);
    }

    private static String state(Invite invite) {
        return invite.takenBy().isPresent() ? "taken" : invite.isExpired(Instant.now()) ? "expired" : "open";
    }

    private static String shortId(Invite invite) {
        return invite.id().toString().substring(0, SHORT_ID);
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Makes an open code worthless.")
    int withdraw(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "ID", description = "As “linli county invites” lists it.") String id) {
        Invites invites = Invites.open(requireCounty(node).folder(), Clock.systemUTC());
        List<Invite> meant = invites.list().stream()
                .filter(invite ->
                        id.length() >= SHORT_ID && invite.id().toString().startsWith(id))
                .toList();
        if (meant.size() != 1 || !invites.withdraw(meant.get(0).id())) {
            throw new Failures.Problem(
                    "no open code has the id " + id + "; “linli county invites” lists them, and what became of each");
        }
        spec.commandLine().getOut().println("The code " + id + " is worthless now.");
        return 0;
    }

    private static List<Branch> branches(NodeOption node) {
        return node.read((books, log) -> books.branches());
    }

    static NodeFolder requireCounty(NodeOption node) {
        NodeFolder folder = node.folder();
        if (!folder.isCounty()) {
            throw new Failures.Problem("the node in " + folder.folder() + " is a branch; do this at the county's node");
        }
        return folder;
    }

    /** How long a code is good, and where the county is reached. */
    static final class CodeOption {
        @Option(
                names = "--valid",
                paramLabel = "TIME",
                defaultValue = "7d",
                description = "How long the code is good: 12h, 7d (${DEFAULT-VALUE}); 90d at most.")
        private String valid;

        @Option(
                names = "--address",
                paramLabel = "URL",
                description = "Where the community reaches this county; a guess when left out.")
        private @Nullable String address;

        Invitation issue(NodeFolder county, Invite.Purpose purpose, String name) {
            Duration life = life(valid);
            PeerAddress reached =
                    Optional.ofNullable(address).map(NodeOption::address).orElseGet(OwnAddress::guess);
            return Invitation.issue(county, purpose, life, name, reached);
        }

        private static Duration life(String text) {
            String number = text.replaceFirst("[dh]$", "");
            if (!number.matches("[1-9][0-9]{0,3}") || number.equals(text)) {
                throw new Failures.Problem("how long a code is good is written 7d or 12h, not “" + text + "”");
            }
            long count = Long.parseLong(number);
            return text.endsWith("d") ? Duration.ofDays(count) : Duration.ofHours(count);
        }
    }
}
