package linli.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is noted during a meeting. */
final class MeetingNotes {
    private final List<String> forked = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private long entriesIn;
    private long entriesOut;
    private long requests;
    private @Nullable Vouched countyHolds;

    void exchanged(long messages) {
        requests += messages;
    }

    void came(Traffic traffic) {
        entriesIn += traffic.entries();
        requests += traffic.requests();
    }

    void went(Traffic traffic) {
        entriesOut += traffic.entries();
        requests += traffic.requests();
    }

    void countyHolds(Vouched word) {
        if (countyHolds == null || word.size() >= countyHolds.size()) {
            countyHolds = word;
        }
    }

    void forked(String origin) {
        forked.add(origin);
    }

    void refused(String sentence) {
        refused.add(sentence);
    }

    MeetingReport report() {
        return new MeetingReport(
                entriesIn,
                entriesOut,
                requests,
                Optional.ofNullable(countyHolds),
                List.copyOf(forked),
                List.copyOf(refused));
    }
}
