package linli.web.kiosk;

import java.util.Optional;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.ClaimAnswer;
import linli.ledger.Wish;
import linli.ledger.WishBook.Asked;
import org.jspecify.annotations.Nullable;

/**
 * A wish that hangs at another branch. Whoever would take it on asks that branch, and the answer comes when the nodes next meet.
 *
 * @param branch where it hangs, by name
 * @param signedIn whether whoever stands there has given their PIN
 * @param own whether they asked for it
 * @param asked how they asked that branch for it; null where they did not, or took it back
 */
public record Afar(
        Wish wish,
        String branch,
        boolean signedIn,
        boolean own,
        @Nullable Asked asked) {

    /** How asking for it stands. */
    public enum Standing {
        /** They have not asked. */
        FREE,
        /** No answer has come. */
        WAITS,
        /** It is theirs to do. */
        GRANTED,
        /** Somebody else does it. */
        DECLINED
    }

    static Afar of(Wish wish, Optional<VolunteerNo> self, Books books) {
        Asked asked = self.flatMap(no -> books.wishes().requests(wish.id()).stream()
                        .filter(one -> one.request().volunteer().equals(no))
                        .findFirst())
                .orElse(null);
        boolean own = self.filter(no -> no.equals(wish.wisher())).isPresent();
        return new Afar(wish, branch(wish, books), self.isPresent(), own, asked);
    }

    /** What somebody asked another branch for; empty where that branch's journal is not here any more. */
    static Optional<Afar> of(Asked asked, Books books) {
        return books.wishes()
                .find(asked.request().wish())
                .map(wish -> new Afar(wish, branch(wish, books), true, false, asked));
    }

    private static String branch(Wish wish, Books books) {
        int number = wish.id().branch();
        return books.branch(number).map(Branch::name).orElse(String.valueOf(number));
    }

    public Standing standing() {
        if (asked == null) {
            return Standing.FREE;
        }
        ClaimAnswer answer = asked.answer();
        if (answer == null) {
            return Standing.WAITS;
        }
        return answer.granted() ? Standing.GRANTED : Standing.DECLINED;
    }

    /** Whether they can ask for it. */
    public boolean free() {
        return asked == null && !own && wish.state() == Wish.State.OPEN;
    }

    /** Whether they can take their asking back: as long as nobody says that it is done. */
    public boolean canWithdraw() {
        return standing() == Standing.WAITS
                || (standing() == Standing.GRANTED && wish.acts().contains(Wish.Act.CLOSE));
    }
}
