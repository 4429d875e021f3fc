package linli.web.kiosk;

import java.util.Optional;
import linli.entry.Actor;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.ledger.WishBook;
import linli.office.WishDesk;
import linli.profile.WishDetails;
import org.jspecify.annotations.Nullable;

/**
 * A wish, as whoever stands there may read it.
 *
 * @param wish which
 * @param signedIn whether they have given their PIN
 * @param own whether they asked for it
 * @param inHand whether they, or a team of theirs, have it, done or not
 * @param toDo whether they can say that it is done, or leave it to others
 * @param toConfirm whether they can agree that it is done, or say that it is not
 * @param canWithdraw whether they can take back that they asked for it
 * @param details where to go and whom to ask for; null for whom it is no concern
 */
public record OneWish(
        Wish wish,
        boolean signedIn,
        boolean own,
        boolean inHand,
        boolean toDo,
        boolean toConfirm,
        boolean canWithdraw,
        @Nullable WishDetails details) {

    static OneWish of(Wish wish, Optional<VolunteerNo> self, WishDesk desk, Books books) {
        WishBook wishes = books.wishes();
        return new OneWish(
                wish,
                self.isPresent(),
                self.filter(no -> no.equals(wish.wisher())).isPresent(),
                self.filter(no -> wishes.isInHandsOf(no, wish)).isPresent(),
                self.filter(no -> wishes.isToDoOf(no, wish)).isPresent(),
                self.filter(no -> wishes.isToConfirmBy(no, wish)).isPresent(),
                self.filter(no -> wishes.isToWithdrawBy(no, wish)).isPresent(),
                self.flatMap(no -> desk.details(wish.id(), new Actor.Volunteer(no)))
                        .orElse(null));
    }

    /** Whether they can take it on: what hangs on the wall, or what their team was given and nobody of it has. */
    public boolean free() {
        return !own
                && (wish.state() == Wish.State.OPEN || (inHand && wish.acts().contains(Wish.Act.CLAIM)));
    }
}
