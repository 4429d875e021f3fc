package linli.web.desk.office;

import linli.bundle.ReadReport;
import linli.bundle.WriteReport;
import org.jspecify.annotations.Nullable;

/** What is being done with a stick, or was last. */
public sealed interface StickWork {
    /** The folder of the stick. */
    String stick();

    /** How far it has come. */
    int percent();

    /** Why nothing came of it, as a code; null while there is no such reason. */
    @Nullable
    String problem();

    /** What came of it; null before something has. */
    @Nullable
    Record report();

    default boolean underWay() {
        return report() == null && problem() == null;
    }

    /**
     * A bundle is written.
     *
     * @param reader number of the node that it is for
     * @param report what was written; null before it is
     */
    record Writing(
            String stick,
            int reader,
            int percent,
            @Nullable WriteReport report,
            @Nullable String problem) implements StickWork {}

    /**
     * What lies there for this node is read.
     *
     * @param report what came of it; null before it has
     */
    record Reading(
            String stick,
            int percent,
            @Nullable ReadReport report,
            @Nullable String problem) implements StickWork {}
}
