package linli.node.console;

import java.time.Instant;
import java.time.LocalDate;
import linli.ledger.Books;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which day a command is about. */
public final class DayOption {
    @Option(names = "--day", paramLabel = "D", description = "The day, such as 2026-03-10; today when left out.")
    private @Nullable LocalDate day;

    /** Today is the day where the county is. */
    public LocalDate in(Books books) {
        return day == null ? books.dayOf(Instant.now()) : day;
    }
}
