package linli.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import linli.log.Vkey;
import linli.receipt.Verdict;
import linli.receipt.Verifier;
import linli.web.page.Naming;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli verify}: what a receipt proves. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies a receipt, a slip or the code of a certificate: who wrote what, when, and whether all of it holds.",
            "With the folder of any node, which may be running, it knows the keys and whether the county has it;",
            "with --key it needs no node. Exit code 0: it is valid. 1: it is not."
        })
final class VerifyCommand implements Callable<Integer> {
    /** More than the verifier takes, so that what is too long is told as such. */
    private static final int MOST_BYTES = 256 * 1024;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private LanguageOption language;

    @Parameters(
            paramLabel = "FILE",
            defaultValue = "-",
            description = "The file with its text, or with a .tlog-proof; - or nothing for the standard input.")
    private Path file;

    @Option(
            names = "--entry",
            paramLabel = "FILE",
            description = "The signed entry that a .tlog-proof is about, in a file of its own.")
    private @Nullable Path entry;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The log's verifier key, and perhaps the county's cosigner key, instead of a node.")
    private List<String> keys = List.of();

    @Override
    public Integer call() {
        byte[] text = read(file);
        byte[] bare = entry == null ? null : read(entry);
        if (!keys.isEmpty()) {
            Verifier verifier = Verifier.with(keys.stream().map(Vkey::ofText).toList());
            return print(check(verifier, text, bare), Naming.nameless(ZoneId.systemDefault()));
        }
        return node.archive(archive -> print(check(Verifier.at(archive), text, bare), Naming.of(archive.books())));
    }

    private static Verdict check(Verifier verifier, byte[] text, byte @Nullable [] bare) {
        return bare == null ? verifier.check(text) : verifier.check(text, bare);
    }

    private int print(Verdict verdict, Naming naming) {
        VerdictText.print(verdict, language.language, naming, spec.commandLine().getOut());
        return verdict.valid() ? 0 : Failures.REFUSED;
    }

    private static byte[] read(Path file) {
        try {
            if (file.toString().equals("-")) {
                return System.in.readNBytes(MOST_BYTES);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(MOST_BYTES);
            }
        } catch (IOException e) {
            throw new Failures.Problem(file + " cannot be read", e);
        }
    }
}
