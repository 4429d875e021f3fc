package linli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import linli.entry.WishEvent.End;
import linli.ledger.Wish.State;
import org.jspecify.annotations.Nullable;

/**
 * Wishes of one kind, counted. Times are whole minutes, and absent where there is nothing to measure.
 *
 * @param kind which, or {@code TOTAL}
 * @param posted how many were ever asked for
 * @param states how many are where
 * @param ends how those that are closed ended
 * @param respondedLate answered, but not within the time that the policy gave
 * @param withoutResponse not answered, although that time is over
 * @param overdue not done, although the day for it has passed
 * @param responseMedianMinutes from posting to the first response; half of those answered were quicker
 * @param responseLongestMinutes the slowest of them
 * @param fulfilmentMedianMinutes from posting to the day it was said to be done, of all that were
 * @param fulfilmentLongestMinutes the slowest of them
 * @param rated how many were confirmed with stars
 * @param starsMean 1 to 5, of those
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WishFigures(
        String kind,
        long posted,
        Map<State, Long> states,
        Map<End, Long> ends,
        long respondedLate,
        long withoutResponse,
        long overdue,
        @Nullable Long responseMedianMinutes,
        @Nullable Long responseLongestMinutes,
        @Nullable Long fulfilmentMedianMinutes,
        @Nullable Long fulfilmentLongestMinutes,
        long rated,
        @Nullable Double starsMean) {

    long in(State state) {
        return states.getOrDefault(state, 0L);
    }
}
