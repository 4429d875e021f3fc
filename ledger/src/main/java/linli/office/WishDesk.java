package linli.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishPosted;
import linli.ledger.Books;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import linli.ledger.Policy;
import linli.ledger.Rejection;
import linli.ledger.StaffMember;
import linli.ledger.Wish;
import linli.ledger.WishPolicy;
import linli.log.Hash;
import linli.profile.Commitment;
import linli.profile.Profiles;
import linli.profile.WishDetails;
import linli.profile.WishEnvelopes;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody asks for something, and tells what does not belong on the wall: an address, a phone, the whole story.
 *
 * <p>The details are sealed first, then the entry that commits to them is written. A crash in between leaves an envelope that nobody
 * refers to, never a wish without its details.
 *
 * <p>Safe for use by several threads.
 */
public final class WishDesk {
    private final Ledger ledger;
    private final WishEnvelopes envelopes;

    public WishDesk(Ledger ledger, Profiles profiles) {
        this.ledger = ledger;
        this.envelopes = profiles.wishes();
    }

    /**
     * What somebody asks for.
     *
     * @param kind of wish
     * @param wisher the volunteer who asks, or null for a resident
     * @param title for the wall; nothing personal
     * @param details for those concerned alone; may be empty
     * @param points for it; null for what the policy has
     * @param lastDay after which it lapses; null for as many days from today as the policy has
     * @param request made when the form was shown
     */
    public record Asking(
            Kind kind,
            @Nullable VolunteerNo wisher,
            String title,
            WishDetails details,
            @Nullable Long points,
            @Nullable LocalDate lastDay,
            RequestId request) {}

    /**
     * Posts what somebody asks for. The same request again gives the same answer.
     *
     * @throws linli.entry.EntryException for a title that fits no entry; nothing is sealed then
     */
    public Outcome post(Asking asking, Actor by) {
        WishPosted onTheWall = event(asking, null);
        if (asking.details().isEmpty()) {
            return ledger.post(new Draft(by, asking.request(), onTheWall));
        }
        Commitment envelope = envelopes.seal(asking.details(), asking.request().toBytes());
        Outcome outcome = ledger.post(new Draft(by, asking.request(), event(asking, Hash.of(envelope.toBytes()))));
        // Where the request was used before, an earlier entry may name the same envelope.
        if (outcome instanceof Outcome.Refused refused && refused.code() != Rejection.REQUEST_REUSED) {
            envelopes.discard(envelope);
        }
        return outcome;
    }

    /** The policy and the day may be others when the same is asked again; what it said the first time holds. */
    private WishPosted event(Asking asking, @Nullable Hash details) {
        Optional<WishPosted> before = earlier(asking.request());
        WishPolicy policy =
                Policy.parse(ledger.books().policy().orElseThrow().document()).of(asking.kind());
        return new WishPosted(
                asking.kind(),
                asking.wisher(),
                asking.title(),
                details,
                Optional.ofNullable(asking.points())
                        .or(() -> before.map(WishPosted::points))
                        .orElse(policy.points()),
                Optional.ofNullable(asking.lastDay())
                        .or(() -> before.map(WishPosted::lastDay))
                        .orElseGet(() -> ledger.today().plusDays(policy.lapseAfterDays())));
    }

    private Optional<WishPosted> earlier(RequestId request) {
        return ledger.books()
                .entryOf(request)
                .flatMap(ledger::entry)
                .map(Entry::event)
                .filter(WishPosted.class::isInstance)
                .map(WishPosted.class::cast);
    }

    /**
     * The details of a wish, for somebody concerned with it: who asked; while it goes on, who has it in hand; a clerk, and the
     * approver of a suggestion. Empty for anybody else, and where there are none, or not any more, or not at this node.
     */
    public Optional<WishDetails> details(EntryId id, Actor reader) {
        Books books = ledger.books();
        return books.wishes()
                .find(id)
                .filter(wish -> concerns(wish, reader, books))
                .flatMap(WishDesk::envelope)
                .flatMap(envelopes::find);
    }

    private static boolean concerns(Wish wish, Actor reader, Books books) {
        if (reader instanceof Actor.Volunteer volunteer) {
            return volunteer.no().equals(wish.wisher()) || hasInHand(volunteer.no(), wish, books);
        } else if (reader instanceof Actor.Staff staff) {
            return books.staff(staff.handle())
                    .filter(StaffMember::inOffice)
                    .filter(member -> mayRead(member, wish))
                    .isPresent();
        }
        return true;
    }

    private static boolean hasInHand(VolunteerNo no, Wish wish, Books books) {
        return wish.state().goesOn() && books.wishes().isInHandsOf(no, wish);
    }

    private static boolean mayRead(StaffMember member, Wish wish) {
        return member.mayActAs(Role.CLERK)
                || (wish.rewards() == WishPolicy.Reward.ASKER && member.mayActAs(Role.APPROVER))
                || (wish.state().goesOn() && wish.isInHandsOf(member.handle()));
    }

    private static Optional<Commitment> envelope(Wish wish) {
        return Optional.ofNullable(wish.details()).map(hash -> Commitment.of(hash.toBytes()));
    }

    /** Destroys the details of a wish, for good; the wish stays. False when there is nothing to forget. */
    public boolean forget(EntryId id) {
        return ledger.books()
                .wishes()
                .find(id)
                .flatMap(WishDesk::envelope)
                .map(envelopes::forget)
                .orElse(false);
    }

    /** As {@link #forget}, of everything that a volunteer asked for here. */
    public boolean forgetAllOf(VolunteerNo no) {
        List<Commitment> theirs = new ArrayList<>();
        ledger.books().wishes().each(wish -> {
            if (no.equals(wish.wisher())) {
                envelope(wish).ifPresent(theirs::add);
            }
        });
        return theirs.stream().filter(envelopes::forget).count() > 0;
    }
}
