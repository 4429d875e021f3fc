package linli.intake;

import java.io.Closeable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open table: its header, then its rows one at a time. Rows without any content are left out.
 *
 * <p>Fields come normalised: see {@link FieldText}. Not safe for use by several threads.
 */
interface Table extends Closeable {
    List<String> header();

    /** The next row, or null after the last; {@link IntakeException} where the file is not a proper table. */
    @Nullable
    TableRow next();

    /** How much of the table has been read, 0 to 1. */
    double fractionRead();

    /** The date and time a field stands for by the file's own rules, whatever the mapping says. */
    Optional<LocalDateTime> momentOf(String field);
}
