package linli.web.desk.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.ledger.Books;
import linli.ledger.Team;
import linli.ledger.Wish;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * A wish on the board: as much as hangs on the wall, and what presses.
 *
 * @param overdue whether it should be done by now, and nobody says that it is
 * @param unanswered whether somebody should have taken notice of it by now, and nobody has
 * @param respondBy until when somebody should take notice of it; null when somebody has
 * @param helper who has taken it on
 * @param doer the team or the member of staff it was given to
 */
public record Card(
        EntryId id,
        Kind kind,
        String title,
        Wish.State state,
        LocalDate finishBy,
        boolean overdue,
        boolean unanswered,
        @Nullable ZonedDateTime respondBy,
        @Nullable VolunteerNo helper,
        @Nullable String doer) {
    /** What presses most comes first. */
    static final Comparator<Card> PRESSING = Comparator.comparing((Card card) -> !card.presses())
            .thenComparing(Card::finishBy)
            .thenComparing(Card::id);

    static Card of(Wish wish, LocalDate today, Instant now, Books books) {
        Wish.Claim claim = wish.claim();
        boolean noticed = wish.respondedAtSeconds() != null;
        return new Card(
                wish.id(),
                wish.kind(),
                wish.title(),
                wish.state(),
                wish.finishBy(),
                wish.isOverdue(today),
                !noticed && wish.isRespondedLate(now.getEpochSecond()),
                noticed ? null : CountyZone.at(books, wish.respondBySeconds()),
                claim == null ? null : claim.volunteer(),
                doer(wish.dispatch(), books));
    }

    /** Whom it was given to, by name. */
    static @Nullable String doer(Wish.@Nullable Dispatch dispatch, Books books) {
        if (dispatch == null) {
            return null;
        }
        return dispatch.staff() != null
                ? Signatory.ofStaff(dispatch.staff(), books).name()
                : Optional.ofNullable(dispatch.team())
                        .flatMap(books.teams()::find)
                        .map(Team::name)
                        .orElse(null);
    }

    /** Whether something should have been done about it by now. */
    public boolean presses() {
        return overdue || unanswered;
    }
}
