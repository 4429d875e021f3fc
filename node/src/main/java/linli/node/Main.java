package linli.node;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code linli}. */
@Command(
        name = "linli",
        version = "Linli 0.1.0",
        mixinStandardHelpOptions = true,
        header = "Linli 邻里: a signed volunteer and points ledger for communities.",
        description = "Each node keeps its own signed log; accounts, pages and reports are posted from it.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "To try it:",
            "  linli init --dir try                    a node of your own, with two members of staff",
            "  linli import hours hours.csv --dir try --by clerk --approve-by approver",
            "  linli report hours --dir try",
            "  linli run --dir try                     the page, at http://127.0.0.1:7070/",
        },
        subcommands = {
            FoundCommand.class,
            InitCommand.class,
            JoinCommand.class,
            RunCommand.class,
            CountyCommand.class,
            PolicyCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            ReportCommand.class,
            WhyCommand.class,
            StatusCommand.class,
            SyncCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ShowCommand.class,
            LogCommand.class,
            ExportCommand.class,
            StaffCommand.class,
            KioskCommand.class,
            VolunteerCommand.class,
            KeysCommand.class,
            PointsCommand.class,
            ReceiptCommand.class,
            VerifyCommand.class,
            CertificateCommand.class,
            WishCommand.class,
            TeamCommand.class,
            ShopCommand.class,
            BundleCommand.class,
            ForkCommand.class,
            DemoCommand.class,
        })
public final class Main extends CommandGroup {
    public static void main(String[] args) {
        NodeLogging.setUp();
        System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), args));
    }

    /** Runs one command line and returns its exit code: 0 done, 1 refused or findings, 2 could not be done. */
    static int run(PrintWriter out, String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Failures());
        return line.execute(args);
    }
}
