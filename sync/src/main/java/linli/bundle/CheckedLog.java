package linli.bundle;

import java.util.List;
import linli.bundle.LogReport.Fate;
import linli.wire.AddCheckpoint;

/**
 * One log of a bundle that was checked to its last byte, and what is to be done with it.
 *
 * @param offered its checkpoint, with the proof that it continues what is here
 * @param before entries here before
 * @param fate {@link Fate#TAKEN} where it is to be handed to the desk; {@link Fate#NOTHING_NEW} where at most its checkpoint is
 * @param entries its messages
 */
record CheckedLog(AddCheckpoint offered, long before, Fate fate, List<EntriesFile> entries) {
    CheckedLog {
        entries = List.copyOf(entries);
    }

    String origin() {
        return offered.claimed().origin();
    }

    long size() {
        return offered.claimed().size();
    }

    LogReport report(Fate became, String said) {
        return new LogReport(origin(), size(), before, became, said);
    }
}
