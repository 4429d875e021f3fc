package linli.web.api.wish;

import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.ClaimAnswer;
import linli.ledger.ClaimRequest;
import linli.ledger.Wish;
import linli.ledger.WishBook.Asked;
import linli.web.clock.CountyZone;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer of one branch who would take on a wish of another.
 *
 * @param title of the wish; absent where the wish is not known here
 * @param answer what the wish's branch said, as far as it has come here
 * @param withdrawal the entry by which the asking was taken back
 * @param waits whether it is neither answered nor taken back
 */
record RequestJson(
        EntryId id,
        EntryId wish,
        @Nullable String title,
        VolunteerNo volunteer,
        ZonedDateTime at,
        @Nullable Answer answer,
        @Nullable EntryId withdrawal,
        boolean waits) {

    private record Answer(EntryId entry, boolean granted) {}

    static RequestJson of(Asked asked, Books books) {
        ClaimRequest request = asked.request();
        ClaimAnswer answer = asked.answer();
        return new RequestJson(
                request.id(),
                request.wish(),
                books.wishes().find(request.wish()).map(Wish::title).orElse(null),
                request.volunteer(),
                CountyZone.at(books, request.atSeconds()),
                answer == null ? null : new Answer(answer.entry(), answer.granted()),
                request.withdrawal(),
                asked.waits());
    }
}
