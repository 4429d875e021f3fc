package linli.web.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import linli.entry.EntryId;
import linli.entry.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTest {
    private record Who(String kind, @Nullable String name) {}

    private record Item(
            EntryId id,
            String text,
            List<Role> roles,
            @Nullable Who who,
            long points,
            boolean open) {}

    @Test
    void columnsAreTheFieldsOfTheJsonAlsoWhereNothingIsInThem() {
        String heading = "\uFEFFid,text,roles,who.kind,who.name,points,open\r\n";
        assertEquals(heading, Csv.of(List.of(), Item.class));
        assertEquals(
                heading + "12-4,和平里,clerk approver,staff,,-3,true\r\n",
                Csv.of(
                        List.of(new Item(
                                new EntryId(12, 4),
                                "和平里",
                                List.of(Role.CLERK, Role.APPROVER),
                                new Who("staff", null),
                                -3,
                                true)),
                        Item.class));
    }

    private record Basket(List<Line> lines) {}

    private record Line(EntryId item, @Nullable String unit, int quantity) {}

    @Test
    void thingsWithFieldsOfTheirOwnStandInOneCellOneAfterTheOther() {
        Basket basket = new Basket(List.of(new Line(new EntryId(0, 1), "袋", 2), new Line(new EntryId(0, 2), null, 1)));
        assertEquals("\uFEFFlines\r\n0-1 袋 2; 0-2 1\r\n", Csv.of(List.of(basket), Basket.class));
    }

    @Test
    void aTextIsNeverAFormula() {
        Item item = new Item(new EntryId(12, 4), "=1+1, \"x\"", List.of(), null, 0, false);
        assertEquals(
                "12-4,\"'=1+1, \"\"x\"\"\",,,,0,false",
                Csv.of(List.of(item), Item.class).lines().skip(1).findFirst().orElseThrow());
    }
}
