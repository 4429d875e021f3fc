package linli.node.book;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import linli.audit.Audit;
import linli.audit.AuditOptions;
import linli.audit.AuditReport;
import linli.node.console.NodeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli audit}: proves a node's folder, trusting nothing. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Proves a node's folder from its files alone: tree, checkpoints, rules, sums, accounts.",
            "It needs no keys, writes nothing and may run beside the node.",
            "Exit code 0: clean. 1: there are findings. 2: there is nothing that can be audited."
        })
public final class AuditCommand implements Callable<Integer> {
    /** How the report is written. */
    enum Style {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The node's folder.")
    private Path dir;

    @Option(names = "--deep", description = "Verifies the signature of every entry too, on all cores.")
    private boolean deep;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json",
            description = "How to write the report (${DEFAULT-VALUE}).")
    private Style format;

    @Override
    public Integer call() {
        AuditOptions options = deep ? AuditOptions.everySignature() : AuditOptions.quick();
        AuditReport report = Audit.run(dir, options, NodeOption.progress("Auditing"));
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (format) {
                    case TEXT -> report.toText();
                    case JSON -> report.toJson();
                });
        out.flush();
        return report.exitCode();
    }
}
