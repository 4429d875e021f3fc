package linli.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import linli.ledger.Wish.Act;
import linli.ledger.Wish.Claim;
import linli.ledger.Wish.State;
import linli.ledger.WishBook.Asked;

/** What has yet to be done about the wishes of this branch, each list oldest first and as long as the work. */
public final class WishesToDo {
    private final WishBook wishes;

    WishesToDo(WishBook wishes) {
        this.wishes = wishes;
    }

    /** What volunteers ask for and no clerk has accepted. */
    public List<Wish> toAccept() {
        return in(State.PROPOSED);
    }

    /** What hangs on the wall for anybody to take on. */
    public List<Wish> onTheWall() {
        return in(State.OPEN);
    }

    /** What a team or a member of staff was given, and nobody has taken on by name. */
    public List<Wish> dispatched() {
        return in(State.DISPATCHED);
    }

    /** What a volunteer has taken on. */
    public List<Wish> claimed() {
        return in(State.CLAIMED);
    }

    /** What is said to be done and waits for whoever asked. */
    public List<Wish> toConfirm() {
        return in(State.FULFILLED);
    }

    private List<Wish> in(State state) {
        return where(wish -> wish.state() == state);
    }

    /** What nobody has taken notice of, although the time for it is over. */
    public List<Wish> withoutResponse(Instant now) {
        return where(wish -> wish.respondedAtSeconds() == null && wish.isRespondedLate(now.getEpochSecond()));
    }

    /** What should be done by now, and nobody says that it is. */
    public List<Wish> overdue(LocalDate today) {
        return where(wish -> wish.isOverdue(today));
    }

    /** What ends by itself: its last day has passed, and nobody says that it is done. */
    public List<Wish> lapsed(LocalDate today) {
        return where(wish -> wish.isLapsed(today));
    }

    /** What volunteers of other branches would take on, and nobody has answered; only wishes that can still be taken on. */
    public List<Asked> toAnswer() {
        return where(wish -> wish.acts().contains(Act.CLAIM)).stream()
                .flatMap(wish -> wishes.requests(wish.id()).stream())
                .filter(Asked::waits)
                .toList();
    }

    /** What volunteers of other branches were granted and have taken back since: a clerk releases it. */
    public List<Asked> toRelease() {
        return claimed().stream()
                .flatMap(wish -> Optional.ofNullable(wish.claim()).map(Claim::request).stream())
                .flatMap(request -> wishes.request(request).stream())
                .filter(asked -> asked.request().withdrawal() != null)
                .toList();
    }

    private List<Wish> where(Predicate<Wish> wanted) {
        return wishes.open().stream().filter(wanted).toList();
    }
}
