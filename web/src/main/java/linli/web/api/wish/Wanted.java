package linli.web.api.wish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.WishEvent;
import linli.ledger.Wish;
import linli.ledger.WishBook;
import org.jspecify.annotations.Nullable;

/**
 * Which wishes somebody wants to see; null wherever they do not care.
 *
 * @param kind what is asked for
 * @param state where it stands
 * @param open whether it is neither confirmed nor closed
 * @param overdue whether it should be done by now, and nobody says that it is
 */
record Wanted(
        WishEvent.@Nullable Kind kind,
        Wish.@Nullable State state,
        @Nullable Boolean open,
        @Nullable Boolean overdue) {

    private boolean includes(Wish wish, LocalDate today) {
        return (kind == null || kind == wish.kind())
                && (state == null || state == wish.state())
                && (open == null || open == wish.state().goesOn())
                && (overdue == null || overdue == wish.isOverdue(today));
    }

    /** Whether only what is still to be done can be meant, which is a list of its own. */
    private boolean isOpenWork() {
        return Boolean.TRUE.equals(open) || Boolean.TRUE.equals(overdue) || (state != null && state.goesOn());
    }

    /**
     * Those of a branch that somebody may see, newest first.
     *
     * @param from the wish to begin with, or where it would be; null for the newest
     * @param limit how many at most
     */
    List<Wish> of(WishBook wishes, int branch, Reader reader, LocalDate today, @Nullable EntryId from, int limit) {
        if (!isOpenWork()) {
            return wishes.of(branch, from, wish -> reader.maySee(wish) && includes(wish, today), limit);
        }
        List<Wish> newestFirst = new ArrayList<>(wishes.open(branch));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(wish -> from == null || wish.id().compareTo(from) <= 0)
                .filter(wish -> reader.maySee(wish) && includes(wish, today))
                .limit(limit)
                .toList();
    }
}
