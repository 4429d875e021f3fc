package linli.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import linli.entry.WishEvent.End;
import linli.ledger.Wish;
import linli.ledger.Wish.State;
import org.jspecify.annotations.Nullable;

/** Counts wishes, and keeps how long each took. */
final class WishTally {
    private static final int SECONDS_PER_MINUTE = 60;

    private final LocalDate today;
    private final long now;
    private final Map<State, Long> states = new EnumMap<>(State.class);
    private final Map<End, Long> ends = new EnumMap<>(End.class);
    private final List<Long> responses = new ArrayList<>();
    private final List<Long> fulfilments = new ArrayList<>();
    private final List<Long> stars = new ArrayList<>();
    private long respondedLate;
    private long withoutResponse;
    private long overdue;

    WishTally(LocalDate today, Instant now) {
        this.today = today;
        this.now = now.getEpochSecond();
        for (State state : State.values()) {
            states.put(state, 0L);
        }
        for (End end : End.values()) {
            ends.put(end, 0L);
        }
    }

    void add(Wish wish) {
        states.merge(wish.state(), 1L, Long::sum);
        overdue += wish.isOverdue(today) ? 1 : 0;
        addResponse(wish);
        if (wish.fulfilment() != null) {
            fulfilments.add(wish.fulfilment().atSeconds() - wish.postedAtSeconds());
        }
        if (wish.confirmation() != null) {
            stars.add((long) wish.confirmation().stars());
        }
        if (wish.closing() != null) {
            ends.merge(wish.closing().end(), 1L, Long::sum);
        }
    }

    private void addResponse(Wish wish) {
        boolean late = wish.isRespondedLate(now);
        Long responded = wish.respondedAtSeconds();
        if (responded == null) {
            withoutResponse += late ? 1 : 0;
        } else {
            responses.add(responded - wish.postedAtSeconds());
            respondedLate += late ? 1 : 0;
        }
    }

    WishFigures figures(String kind) {
        return new WishFigures(
                kind,
                states.values().stream().mapToLong(Long::longValue).sum(),
                states,
                ends,
                respondedLate,
                withoutResponse,
                overdue,
                median(responses),
                longest(responses),
                median(fulfilments),
                longest(fulfilments),
                stars.size(),
                mean(stars));
    }

    /** Of an even number, half-way between the two in the middle. */
    private static @Nullable Long median(List<Long> seconds) {
        if (seconds.isEmpty()) {
            return null;
        }
        Collections.sort(seconds);
        int size = seconds.size();
        return (seconds.get((size - 1) / 2) + seconds.get(size / 2)) / 2 / SECONDS_PER_MINUTE;
    }

    private static @Nullable Long longest(List<Long> seconds) {
        return seconds.isEmpty() ? null : (Long) (Collections.max(seconds) / SECONDS_PER_MINUTE);
    }

    private static @Nullable Double mean(List<Long> numbers) {
        return numbers.isEmpty()
                ? null
                : (Double) numbers.stream().mapToLong(Long::longValue).average().orElseThrow();
    }
}
