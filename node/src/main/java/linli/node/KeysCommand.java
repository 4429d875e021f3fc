package linli.node;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import linli.keys.Keyring;
import linli.text.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linli keys}: the node's secret keys. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Looks after the node's secret keys.")
final class KeysCommand extends CommandGroup {
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
