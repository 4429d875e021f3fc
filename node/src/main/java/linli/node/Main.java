package linli.node;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import linli.node.begin.FoundCommand;
import linli.node.begin.InitCommand;
import linli.node.begin.JoinCommand;
import linli.node.book.AuditCommand;
import linli.node.book.ExportCommand;
import linli.node.book.ImportCommand;
import linli.node.book.LogCommand;
import linli.node.book.ReportCommand;
import linli.node.book.ShowCommand;
import linli.node.book.WhyCommand;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.county.CountyCommand;
import linli.node.county.PolicyCommand;
import linli.node.demo.DemoCommand;
import linli.node.keep.BackupCommand;
import linli.node.keep.KeysCommand;
import linli.node.keep.RestoreCommand;
import linli.node.meet.BundleCommand;
import linli.node.meet.ForkCommand;
import linli.node.meet.StatusCommand;
import linli.node.meet.SyncCommand;
import linli.node.paper.CertificateCommand;
import linli.node.paper.ReceiptCommand;
import linli.node.paper.VerifyCommand;
import linli.node.people.KioskCommand;
import linli.node.people.StaffCommand;
import linli.node.people.VolunteerCommand;
import linli.node.points.PointsCommand;
import linli.node.serve.RunCommand;
import linli.node.shop.ShopCommand;
import linli.node.wish.TeamCommand;
import linli.node.wish.WishCommand;
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
