package linli.node.keep;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import linli.keys.Keyring;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.text.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linli keys}: the node's secret keys. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Looks after the node's secret keys.")
public final class KeysCommand extends CommandGroup {
    private static final int GROUPS_IN_A_LINE = 7;

    @Command(
            name = "passphrase",
            mixinStandardHelpOptions = true,
            description = "Puts the keys under a passphrase, changes it, or takes it away.")
    int passphrase(
            @Mixin NodeOption node,
            @Option(
                            names = "--new-passphrase-file",
                            paramLabel = "FILE",
                            description = "Where the new passphrase is; asked for when left out.")
                    @Nullable
                    Path file,
            @Option(names = "--none", description = "Leaves the keys in the clear.") boolean none) {
        Keyring keys = Keyring.open(node.folder().folder(), node.passphraseSource());
        keys.changePassphrase(none ? Optional.empty() : Optional.of(file == null ? ask() : NodeOption.read(file)));
        spec.commandLine()
                .getOut()
                .println(
                        none
                                ? "The keys are in the clear, readable by this user only."
                                : "The keys are under the new passphrase.");
        return 0;
    }

    @Command(
            name = "paper",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the node's keys as a recovery code, to be written down and put into a safe.",
                "Whoever has it can sign as this node and read its profiles."
            })
    int paper(@Mixin NodeOption node) {
        Keyring keys = Keyring.open(node.folder().folder(), node.passphraseSource());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Recovery code 恢复码 of " + node.folder().log().name());
        out.println();
        Iterables.partition(Splitter.on('-').split(keys.recoveryCode()), GROUPS_IN_A_LINE)
                .forEach(line -> out.println("    " + String.join("-", line)));
        out.println();
        out.println("Keep it in a safe, and nowhere else 请锁入保险柜，勿拍照、勿转发.");
        return 0;
    }

    @Command(
            name = "recover",
            mixinStandardHelpOptions = true,
            description = {
                "Puts back keys that were lost, from the recovery code.",
                "The folder is the node's own, or an empty one to restore into. Keys that are there are never overwritten."
            })
    int recover(
            @Mixin NodeOption node,
            @Option(
                            names = "--code-file",
                            paramLabel = "FILE",
                            description = "Where the recovery code is; asked for when left out.")
                    @Nullable
                    Path file) {
        String code = file == null
                ? Terminal.ask("Recovery code 恢复码: ")
                        .orElseThrow(() -> new Failures.Problem("there is no terminal to ask on; use --code-file"))
                : new String(NodeOption.read(file));
        Keyring.recover(node.dir(), code, node.newPassphrase());
        spec.commandLine().getOut().println("The keys are in " + node.dir().resolve("keys") + " again.");
        return 0;
    }

    private static char[] ask() {
        char[] first = ask("New passphrase, 8 characters or more: ");
        char[] second = ask("The same again: ");
        if (!Arrays.equals(first, second)) {
            throw new Failures.Problem("the two were not the same; nothing was changed");
        }
        return first;
    }

    private static char[] ask(String question) {
        return Terminal.askSecretly(question)
                .orElseThrow(() -> new Failures.Problem("there is no terminal to ask on; use --new-passphrase-file"));
    }
}
