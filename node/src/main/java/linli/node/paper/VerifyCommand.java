package linli.node.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import linli.ledger.Volume;
import linli.log.Vkey;
import linli.node.console.Failures;
import linli.node.console.LanguageOption;
import linli.node.console.NodeOption;
import linli.receipt.SignedReport;
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
            "Verifies a receipt, a slip or the code of a certificate: who wrote what, when, and whether all of it holds;",
            "or the signed report of an audit: whose it is.",
            "With the folder of any node, which may be running, it knows the keys and whether the county has it;",
            "with --key it needs no node. Exit code 0: it is valid. 1: it is not."
        })
public final class VerifyCommand implements Callable<Integer> {
    /** More than the verifier takes, so that what is too long is told as such. */
    private static final int MOST_BYTES = SignedReport.MOST_BYTES + 1;

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
        if (SignedReport.isMeant(text)) {
            return report(text);
        }
        byte[] bare = entry == null ? null : read(entry);
        if (!keys.isEmpty()) {
            Verifier verifier = Verifier.with(keys.stream().map(Vkey::ofText).toList());
            return print(check(verifier, text, bare), Naming.nameless(ZoneId.systemDefault()));
        }
        return node.archive(archive -> print(check(Verifier.at(archive), text, bare), Naming.of(archive.books())));
    }

    /** The report of an audit is no receipt: all there is to say is who signed it. */
    private int report(byte[] text) {
        Optional<Vkey> signer = keys.isEmpty()
                ? node.archive(archive -> SignedReport.signer(
                        text,
                        archive.books().volumes().stream().map(Volume::key).toList()))
                : SignedReport.signer(text, keys.stream().map(Vkey::ofText).toList());
        spec.commandLine()
                .getOut()
                .println(signer.map(key -> "VALID 有效: the report of an audit, signed by " + key.name())
                        .orElse("NOT VALID 无效: no key that is known here has signed this report as it stands"));
        return signer.isPresent() ? 0 : Failures.REFUSED;
    }

    private static Verdict check(Verifier verifier, byte[] text, byte @Nullable [] bare) {
        return bare == null ? verifier.check(text) : verifier.check(text, bare);
    }

    private int print(Verdict verdict, Naming naming) {
        VerdictText.print(verdict, language.chosen(), naming, spec.commandLine().getOut());
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
