package linli.node.begin;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import linli.enrol.Fingerprint;
import linli.enrol.InviteCode;
import linli.entry.Role;
import linli.keys.Keyring;
import linli.keys.PassphraseSource;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.StaffOption;
import linli.sync.Join;
import linli.text.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli join}: makes the node of a community that the county has given a code to. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = {
            "Joins a county with a code from “linli county invite”, and makes the community's node.",
            "Interrupted at any point, the same command goes on."
        })
public final class JoinCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Option(
            names = "--county",
            required = true,
            paramLabel = "URL",
            description = "Where the county's node answers, such as https://county.example:7443.")
    private String county;

    @Option(names = "--code", description = "The code from the county; asked for when left out.")
    private @Nullable String code;

    @Option(
            names = "--fingerprint",
            paramLabel = "GROUPS",
            description = "The county's fingerprint, compared with what answers; a person is asked when left out.")
    private @Nullable String fingerprint;

    @Option(names = "--yes", description = "Takes whatever county answers, without comparing. For trying out only.")
    private boolean yes;

    @Option(
            names = "--again",
            description = "Gives the branch in this folder a new key, with a code from “linli county rotate”.")
    private boolean again;

    @Option(
            names = "--manager",
            paramLabel = "HANDLE=NAME",
            description = "The first manager, such as wang=王芳; may be repeated.")
    private List<String> managers = List.of();

    @Override
    public Integer call() {
        Join join = new Join(node.dir(), NodeOption.address(county), Clock.systemUTC());
        requirePlace(join);
        List<StaffOption> staff = managers.stream()
                .map(manager -> StaffOption.parse(manager, List.of(Role.MANAGER)))
                .toList();
        Fingerprint confirmed = confirmed(join);
        Keyring keys = keys(join);
        return new Arrival(join, keys)
                .carryOut(
                        confirmed, this::code, staff, NodeOption.progress("Fetching"), ledger -> report(ledger, staff));
    }

    private void requirePlace(Join join) {
        if (NodeFolder.isNode(node.dir()) && !again && !join.isUnderWay()) {
            throw new Failures.Problem(
                    "there is a node in " + node.dir()
                            + " already; choose another folder, or give it a new key with --again and a code of “linli county rotate”");
        }
    }

    private Fingerprint confirmed(Join join) {
        Fingerprint seen = join.look();
        PrintWriter out = spec.commandLine().getOut();
        if (join.trusted().filter(seen::equals).isPresent()) {
            out.println("This is the county that this node knows: " + seen);
            return seen;
        }
        out.println("The county that answers has this fingerprint 县的指纹:");
        out.println();
        out.println("    " + seen);
        out.println();
        compare(seen);
        return seen;
    }

    private void compare(Fingerprint seen) {
        if (fingerprint != null) {
            require(Fingerprint.parse(fingerprint).equals(seen));
        } else if (!yes) {
            String answer = Terminal.ask(
                            "Ask the county, best on the telephone. Are all eight groups the same? 八组是否完全一致?(yes/no) ")
                    .orElseThrow(() -> new Failures.Problem(
                            "there is no terminal to ask on; give the county's fingerprint with --fingerprint"));
            require(answer.strip().equalsIgnoreCase("yes"));
        }
    }

    private static void require(boolean same) {
        if (!same) {
            throw new Failures.Problem(
                    "the fingerprints differ, so nothing was sent and the code is still good; check the county's address with"
                            + " the county, since somebody may stand between 指纹不一致,没有发送任何内容");
        }
    }

    private InviteCode code() {
        if (code != null) {
            return InviteCode.parse(code);
        }
        return InviteCode.parse(Terminal.ask("The code from the county 加入码: ")
                .orElseThrow(() -> new Failures.Problem("there is no terminal to ask for the code on; use --code")));
    }

    /** Those that an attempt before this one has made, so that the county knows them again. */
    private Keyring keys(Join join) {
        Path dir = node.dir();
        if (!Files.exists(dir.resolve("keys").resolve("log.key"))) {
            return Keyring.create(dir, node.newPassphrase());
        }
        boolean replaces = Keyring.hasNext(dir) || (NodeFolder.isNode(dir) && !join.isUnderWay());
        PassphraseSource source = node.passphraseSource();
        return replaces ? Keyring.next(dir, source) : Keyring.open(dir, source);
    }

    private int report(Ledger ledger, List<StaffOption> staff) {
        PrintWriter out = spec.commandLine().getOut();
        NodeFolder made = ledger.node();
        Optional<Branch> branch = ledger.books().branch(made.branch());
        out.println(branch.map(Branch::name).orElse("") + " is branch " + made.branch() + " of "
                + made.county().name() + ", in " + node.dir() + ".");
        out.println("  log key    " + made.log());
        staff.forEach(
                member -> out.println("  staff      " + member.handle() + " " + member.name() + " " + member.roles()));
        out.println();
        out.println("Keep a copy of " + node.dir().resolve("keys") + " and "
                + node.dir().resolve("tls") + " in a safe. Then: linli run --dir " + node.dir());
        return 0;
    }
}
