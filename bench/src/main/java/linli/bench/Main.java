package linli.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code scripts/bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Linli beside the bounds it is held against, in one run.",
            "Numbers of two machines, or of two runs, tell little; the ratios tell more."
        },
        subcommands = {LedgerCommand.class, SyncCommand.class, EconomyCommand.class, PagesCommand.class})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), args));
    }

    /** Runs one command line and returns its exit code. */
    static int run(PrintWriter out, String... args) {
        return new CommandLine(new Main()).setOut(out).execute(args);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
