package linli.peer;

import java.util.List;
import java.util.Optional;

/**
 * What came of a meeting.
 *
 * @param entriesIn entries that came here
 * @param entriesOut entries that went there
 * @param requests messages exchanged
 * @param countyHolds how much of this node's log the county has signed for, where the other is the county
 * @param forked origins of logs whose key was shown to have signed two
 * @param refused what the other refused, in its words or ours; the rest was exchanged all the same
 */
public record MeetingReport(
        long entriesIn,
        long entriesOut,
        long requests,
        Optional<Vouched> countyHolds,
        List<String> forked,
        List<String> refused) {}
