package linli.web.desk.wish;

import java.time.ZonedDateTime;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Wish;
import linli.ledger.WishBook.Asked;
import linli.web.clock.CountyZone;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer of one branch asks of another: to take a wish on.
 *
 * @param title of the wish; null where it is not known here
 * @param branch the branch that asks, by name
 * @param takenBack whether they do not want it any more
 * @param granted what was answered; null while nothing was
 */
public record Request(
        EntryId id,
        EntryId wish,
        @Nullable String title,
        VolunteerNo volunteer,
        String branch,
        ZonedDateTime at,
        boolean takenBack,
        @Nullable Boolean granted) {
    static Request of(Asked asked, Books books) {
        int number = asked.request().id().branch();
        return new Request(
                asked.request().id(),
                asked.request().wish(),
                books.wishes().find(asked.request().wish()).map(Wish::title).orElse(null),
                asked.request().volunteer(),
                books.branch(number).map(Branch::name).orElse(Integer.toString(number)),
                CountyZone.at(books, asked.request().atSeconds()),
                asked.request().withdrawal() != null,
                Optional.ofNullable(asked.answer())
                        .map(answer -> answer.granted())
                        .orElse(null));
    }
}
