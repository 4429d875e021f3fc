package linli.web.kiosk;

import java.util.Optional;
import linli.entry.Actor;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.office.WishDesk;
import linli.profile.WishDetails;
import org.jspecify.annotations.Nullable;

/**
 * A wish, as whoever stands there may read it.
 *
 * @param wish which
 * @param signedIn whether they have given their PIN
 * @param own whether they asked for it
 * @param inHand whether it is theirs to do
 * @param details where to go and whom to ask for; null for whom it is no concern
 */
public record OneWish(
        Wish wish,
        boolean signedIn,
        boolean own,
        boolean inHand,
        @Nullable WishDetails details) {

    static OneWish of(Wish wish, Optional<VolunteerNo> self, WishDesk desk, Books books) {
        return new OneWish(
                wish,
                self.isPresent(),
                self.filter(no -> no.equals(wish.wisher())).isPresent(),
                self.filter(no -> isInHandsOf(no, wish, books)).isPresent(),
                self.flatMap(no -> desk.details(wish.id(), new Actor.Volunteer(no)))
                        .orElse(null));
    }

    static boolean isInHandsOf(VolunteerNo self, Wish wish, Books books) {
        return wish.isInHandsOf(self, team -> books.teams().isMember(team, self));
    }

    /** Whether they can take it on. */
    public boolean free() {
        return wish.state() == Wish.State.OPEN && !own;
    }

    /** Whether they can say that it is done, or leave it to others. */
    public boolean theirs() {
        return inHand && (wish.state() == Wish.State.CLAIMED || wish.state() == Wish.State.DISPATCHED);
    }
}
