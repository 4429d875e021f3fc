package linli.web.api.wish;

import java.time.LocalDate;
import java.util.Optional;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Team;
import linli.ledger.Wish;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/** Whom a wish was given to: a team, or a member of staff. */
record DispatchJson(
        EntryId entry,
        @Nullable EntryId team,
        @Nullable String teamName,
        @Nullable Signatory staff,
        LocalDate dueDay) {
    static @Nullable DispatchJson of(Wish.@Nullable Dispatch to, Books books) {
        if (to == null) {
            return null;
        }
        return new DispatchJson(
                to.entry(),
                to.team(),
                Optional.ofNullable(to.team())
                        .flatMap(books.teams()::find)
                        .map(Team::name)
                        .orElse(null),
                to.staff() == null ? null : Signatory.ofStaff(to.staff(), books),
                to.dueDay());
    }
}
