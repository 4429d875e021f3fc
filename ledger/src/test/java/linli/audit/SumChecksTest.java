package linli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import linli.ledger.FalseBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums that only a fault of the program could make wrong; so wrong ones are put into the accounts by hand. */
class SumChecksTest {
    @TempDir
    Path folder;

    private List<String> found(Consumer<FalseBooks> rows) {
        Findings findings = new Findings();
        FalseBooks.read(folder, rows, books -> {
            SumChecks.of(books, findings);
            ShopChecks.check(books, findings);
        });
        return findings.kept().stream().map(AuditFinding::code).toList();
    }

    @Test
    void soundSumsAreNotObjectedTo() {
        assertEquals(List.of(), found(rows -> rows.held(5).inLots(5).item(3, FalseBooks.received(3))));
    }

    @Test
    void lotsThatAreNotWhatIsHeldAreTold() {
        assertEquals(List.of("LOTS_SUM", "LOTS_SUM"), found(rows -> rows.held(5).inLots(4)), "the purse, the branch");
    }

    @Test
    void pointsInNobodysPurseAreTold() {
        assertEquals(List.of("LOTS_SUM"), found(rows -> rows.held(5)));
    }

    @Test
    void stockBelowZeroIsTold() {
        assertEquals(
                List.of("STOCK_BELOW_ZERO"),
                found(rows -> rows.item(-2, FalseBooks.redeemed(2, 10)).redeemed(10)));
    }

    @Test
    void stockThatDidNotComeIsTold() {
        assertEquals(List.of("STOCK_SUM"), found(rows -> rows.item(4, FalseBooks.received(3))));
    }

    @Test
    void pointsThatTheShopDidNotTakeAreTold() {
        assertEquals(List.of("POINTS_SUM"), found(rows -> rows.redeemed(10)));
    }
}
