package linli.web.api.wish;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.ledger.WishPolicy;
import linli.web.clock.CountyZone;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/**
 * A wish, or what else has the same life.
 *
 * @param wisher who asks; absent for a resident, and to whom it is no concern
 * @param rewards who gets the points
 * @param finishBy the day by which it should be done
 * @param overdue whether that day has passed, and nobody says that it is done
 * @param respondBy until when somebody should have taken notice of it
 * @param sealed whether something was told for those concerned alone; it may be forgotten since
 * @param acts what can be done with it as it stands
 */
public record WishJson(
        EntryId id,
        WishEvent.Kind kind,
        String title,
        Wish.State state,
        @Nullable VolunteerNo wisher,
        long points,
        WishPolicy.Reward rewards,
        LocalDate lastDay,
        LocalDate finishBy,
        boolean overdue,
        ZonedDateTime postedAt,
        ZonedDateTime respondBy,
        @Nullable ZonedDateTime respondedAt,
        boolean sealed,
        @Nullable DispatchJson dispatch,
        @Nullable ClaimJson claim,
        @Nullable FulfilmentJson fulfilment,
        @Nullable ConfirmationJson confirmation,
        @Nullable ClosingJson closing,
        Set<Wish.Act> acts) {

    static WishJson of(Wish wish, Reader reader, LocalDate today, Books books) {
        boolean concerned = reader.concerns(wish);
        Long responded = wish.respondedAtSeconds();
        return new WishJson(
                wish.id(),
                wish.kind(),
                wish.title(),
                wish.state(),
                concerned ? wish.wisher() : null,
                wish.points(),
                wish.rewards(),
                wish.lastDay(),
                wish.finishBy(),
                wish.isOverdue(today),
                CountyZone.at(books, wish.postedAtSeconds()),
                CountyZone.at(books, wish.respondBySeconds()),
                responded == null ? null : CountyZone.at(books, responded),
                wish.details() != null,
                DispatchJson.of(wish.dispatch(), books),
                ClaimJson.of(wish.claim(), concerned),
                FulfilmentJson.of(wish.fulfilment(), books),
                ConfirmationJson.of(wish.confirmation(), concerned, books),
                ClosingJson.of(wish.closing(), books),
                wish.acts());
    }

    /** What a volunteer asked for or has taken on at this branch, newest first. */
    public static Page<WishJson> of(VolunteerNo volunteer, LocalDate today, Books books, Paging paging) {
        return books.together(all -> paging.page(
                all.wishes().of(all.branch(), paging.fromEntry(), wish -> wish.isOf(volunteer), paging.toRead()),
                Wish::id,
                wish -> of(wish, Reader.self(volunteer), today, all)));
    }
}
