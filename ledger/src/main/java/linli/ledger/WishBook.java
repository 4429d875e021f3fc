package linli.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/** The wishes of every branch whose journal is here, and who asks for them from elsewhere. */
public final class WishBook {
    private final int branch;
    private final Rows rows;
    private final TeamBook teams;

    WishBook(int branch, Rows rows) {
        this.branch = branch;
        this.rows = rows;
        this.teams = new TeamBook(branch, rows);
    }

    /**
     * A request that a branch made, with what the wish's branch said to it.
     *
     * @param answer absent while it waits, or as long as the answer has not come here
     */
    public record Asked(ClaimRequest request, @Nullable ClaimAnswer answer) {
        /** Whether it is neither answered nor taken back. */
        public boolean waits() {
            return answer == null && request.withdrawal() == null;
        }
    }

    public Optional<Wish> find(EntryId id) {
        return rows.find(Table.WISHES, id.toLong());
    }

    /** Visits every wish of every branch, in no particular order. */
    public void each(Consumer<Wish> visitor) {
        rows.visit(Table.WISHES, visitor);
    }

    /**
     * Wishes of a branch, newest first.
     *
     * @param number of the branch
     * @param from the wish to begin with; null for the newest
     * @param those which of them
     * @param limit how many at most
     */
    public List<Wish> of(int number, @Nullable EntryId from, Predicate<Wish> those, int limit) {
        return rows.newest(Table.WISHES, number, from, those, limit);
    }

    /** Wishes of this branch that are neither confirmed nor closed, oldest first. */
    public List<Wish> open() {
        return open(branch);
    }

    /** Wishes of a branch that are neither confirmed nor closed, oldest first. */
    public List<Wish> open(int number) {
        return openWhere(other -> other == number);
    }

    /** Whether a volunteer has a wish in hand, alone or as one of the team it was given to. */
    public boolean isInHandsOf(VolunteerNo volunteer, Wish wish) {
        return wish.isInHandsOf(volunteer, team -> teams.isMember(team, volunteer));
    }

    /** Whether a wish is a volunteer's to do: they have it in hand, and nobody says that it is done. */
    public boolean isToDoOf(VolunteerNo volunteer, Wish wish) {
        return wish.acts().contains(Wish.Act.FULFIL) && isInHandsOf(volunteer, wish);
    }

    /**
     * Whether a volunteer can agree that a wish is done: they asked for it, somebody else says so, and the points are not for asking.
     */
    public boolean isToConfirmBy(VolunteerNo volunteer, Wish wish) {
        Wish.Fulfilment said = wish.fulfilment();
        return wish.acts().contains(Wish.Act.CONFIRM)
                && volunteer.equals(wish.wisher())
                && wish.rewards() == WishPolicy.Reward.HELPER
                && said != null
                && !said.by().equals(new Actor.Volunteer(volunteer).written());
    }

    /** Whether a volunteer can take back that they asked for a wish. */
    public boolean isToWithdrawBy(VolunteerNo volunteer, Wish wish) {
        return volunteer.equals(wish.wisher()) && wish.acts().contains(Wish.Act.CLOSE);
    }

    /**
     * The wishes of this branch that a volunteer asked for or takes part in.
     *
     * @param toConfirm which they can agree are done, oldest first
     * @param toDo which are theirs to do, oldest first
     * @param others newest first
     */
    public record Theirs(List<Wish> toConfirm, List<Wish> toDo, List<Wish> others) {}

    /** The wishes of a volunteer, of each kind so many at most. */
    public Theirs of(VolunteerNo volunteer, int limit) {
        return rows.together(() -> {
            List<Wish> open = open();
            List<Wish> toConfirm = open.stream()
                    .filter(wish -> isToConfirmBy(volunteer, wish))
                    .limit(limit)
                    .toList();
            List<Wish> toDo = open.stream()
                    .filter(wish -> isToDoOf(volunteer, wish))
                    .limit(limit)
                    .toList();
            Predicate<Wish> others = wish -> wish.isOf(volunteer) && !toDo.contains(wish) && !toConfirm.contains(wish);
            return new Theirs(toConfirm, toDo, of(branch, null, others, limit));
        });
    }

    /** Wishes of other branches that somebody here could ask for, branch by branch, oldest first. */
    public List<Wish> claimableElsewhere() {
        return openWhere(number -> number != branch).stream()
                .filter(wish -> wish.acts().contains(Wish.Act.CLAIM))
                .toList();
    }

    private List<Wish> openWhere(IntPredicate branches) {
        return rows.together(() -> rows.sorted(Table.OPEN_WISHES, Comparator.comparing(Table.Named::entry)).stream()
                .map(Table.Named::entry)
                .filter(id -> branches.test(id.branch()))
                .map(id -> find(id).orElseThrow())
                .toList());
    }

    /** Who of other branches asks for a wish, as far as it is known here: everything not taken back, by branch, oldest first. */
    public List<Asked> requests(EntryId wish) {
        return rows.together(() -> rows.sorted(Table.BRANCHES, Comparator.comparing(Branch::number)).stream()
                .flatMap(other -> requestsOf(other.number(), wish))
                .toList());
    }

    private Stream<Asked> requestsOf(int other, EntryId wish) {
        return rows.find(Table.ASKED_FOR, accounts -> RowKeys.ofAskedFor(accounts, other, wish)).stream()
                .flatMap(asked -> asked.requests().stream())
                .flatMap(id -> request(id).stream());
    }

    /**
     * Requests that this branch made, newest first.
     *
     * @param from the request to begin with; null for the newest
     * @param limit how many at most
     */
    public List<Asked> sent(@Nullable EntryId from, int limit) {
        return sent(from, any -> true, limit);
    }

    /** What this branch asks for in a volunteer's name and was not taken back, newest first. */
    public List<Asked> sentFor(VolunteerNo volunteer, int limit) {
        return sent(null, one -> one.volunteer().equals(volunteer) && one.withdrawal() == null, limit);
    }

    private List<Asked> sent(@Nullable EntryId from, Predicate<ClaimRequest> those, int limit) {
        return rows.together(() -> rows.newest(Table.CLAIM_REQUESTS, branch, from, those, limit).stream()
                .map(this::withAnswer)
                .toList());
    }

    /** A request, wherever it was made. */
    public Optional<Asked> request(EntryId id) {
        return rows.together(() -> rows.find(Table.CLAIM_REQUESTS, id.toLong()).map(this::withAnswer));
    }

    private Asked withAnswer(ClaimRequest request) {
        int asked = request.wish().branch();
        return new Asked(
                request,
                rows.find(Table.CLAIM_ANSWERS, accounts -> RowKeys.ofClaimAnswer(accounts, asked, request.id()))
                        .orElse(null));
    }
}
