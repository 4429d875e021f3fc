package linli.node.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Certificate;
import linli.ledger.Ledger;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.office.CertificatePaper;
import linli.office.Certificates;
import linli.receipt.Receipt;
import linli.receipt.Receipts;
import linli.text.TextTable;
import linli.web.clock.CountyZone;
import linli.web.page.CertificateSheet;
import linli.web.page.Language;
import linli.web.page.Pages;
import linli.web.page.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli certificate}: papers about what somebody served. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = "Hands out certificates of volunteer service (志愿服务记录证明), free of charge.")
public final class CertificateCommand extends CommandGroup {
    @Command(
            name = "issue",
            mixinStandardHelpOptions = true,
            description = {
                "Hands out a certificate of somebody's approved hours: one sheet of A4 to be printed from a browser.",
                "The node must not run meanwhile."
            })
    int issue(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "NO", description = "The volunteer's number.") String number,
            @Option(
                            names = "--from",
                            paramLabel = "DAY",
                            description = "First day; that of the first hours if left out.")
                    @Nullable
                    LocalDate from,
            @Option(names = "--to", paramLabel = "DAY", description = "Last day; today if left out.") @Nullable
                    LocalDate to,
            @Option(
                            names = "--name",
                            description =
                                    "A guest's name, as on the card they show. A volunteer of this branch has a profile.")
                    @Nullable
                    String name,
            @Option(names = "--by", required = true, paramLabel = "STAFF", description = "The clerk who hands it out.")
                    String by,
            @Option(names = "--out", required = true, paramLabel = "FILE.html", description = "The sheet.") Path out) {
        VolunteerNo no = VolunteerNo.parse(number);
        try (OpenNode open = node.open()) {
            Certificates.Order order = new Certificates.Order(no, from, to, name, RequestId.random());
            CertificatePaper paper = new Certificates(open.office()).issue(order, new Actor.Staff(by));
            Certificate certificate = paper.certificate();
            say("Certificate " + certificate.id() + " of " + no + ": " + hours(certificate.minutes()) + ", "
                    + certificate.firstDay() + " to " + certificate.lastDay() + ".");
            print(paper, open.ledger(), out);
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "Shows a certificate that was handed out and whether its hours still are what it says.",
                "With --out it is printed again as it was; the node must not run for that."
            })
    int show(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "ID", description = "Its number, such as 3-4812.") String number,
            @Option(names = "--name", description = "A guest's name, as it was given then.") @Nullable String name,
            @Option(names = "--out", paramLabel = "FILE.html", description = "Where to print it again.") @Nullable
                    Path out) {
        EntryId id = EntryId.parse(number);
        if (out == null) {
            return node.read((books, log) -> print(
                    books,
                    books.papers()
                            .certificate(id)
                            .orElseThrow(() -> new Failures.Problem("there is no certificate " + id + " here"))));
        }
        try (OpenNode open = node.open()) {
            print(new Certificates(open.office()).again(id, name), open.ledger(), out);
        }
        return 0;
    }

    private int print(Books books, Certificate certificate) {
        TextTable table = new TextTable().left("").left("");
        table.row("certificate", certificate.id().toString());
        table.row("volunteer", certificate.volunteer().toString());
        table.row("days", certificate.firstDay() + " to " + certificate.lastDay());
        table.row("by clock", hours(certificate.clockMinutes()));
        table.row("backfilled", hours(certificate.backfilledMinutes()));
        table.row("content", certificate.content());
        table.row("handed out by", certificate.issuer());
        table.row("on", issued(certificate, books).toString());
        table.row(
                "the records now",
                books.papers().isAsItWas(certificate)
                        ? "say the same"
                        : "HAVE CHANGED: hours of these days were approved or taken back since");
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static LocalDate issued(Certificate certificate, Books books) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(certificate.atSeconds()), CountyZone.of(books));
    }

    private void print(CertificatePaper paper, Ledger ledger, Path out) {
        Receipt receipt = Receipt.of(Receipts.of(ledger).of(paper.certificate().id()), paper.holder());
        CertificateSheet sheet = new CertificateSheet(paper, receipt, CountyZone.of(ledger.books()));
        try {
            Files.writeString(out, new Pages().certificate(sheet));
        } catch (IOException e) {
            throw new Failures.Problem(
                    out + " cannot be written; print it with: linli certificate show "
                            + paper.certificate().id() + " --out FILE.html",
                    e);
        }
        say("Open " + out + " in a browser and print it.");
    }

    private static String hours(long minutes) {
        return Words.of(Language.EN).duration(minutes);
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
    }
}
