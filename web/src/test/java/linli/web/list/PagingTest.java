package linli.web.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import linli.entry.EntryId;
import org.junit.jupiter.api.Test;

class PagingTest {
    private record Item(EntryId id) {}

    private static Page<Item> page(List<EntryId> all, String from, int limit) {
        return new Paging(from, limit).page(all, id -> id, Paging.OLDEST_FIRST, Item::new);
    }

    private static List<EntryId> ids(long... indexes) {
        return LongStream.of(indexes).mapToObj(index -> new EntryId(3, index)).toList();
    }

    @Test
    void pagesFollowEachOtherWithNoneLeftOutOrTwice() {
        List<EntryId> all = ids(1, 2, 5, 8, 13, 21, 34);
        List<EntryId> read = new ArrayList<>();
        String from = null;
        do {
            Page<Item> page = page(all, from, 3);
            page.items().forEach(item -> read.add(item.id()));
            from = page.next();
        } while (from != null);
        assertEquals(all, read);
    }

    @Test
    void aListGoesOnWhereItWasThoughItsNextRowWasStruckOut() {
        String next = page(ids(1, 2, 5, 8), null, 2).next();
        assertEquals("3-5", next);
        assertEquals(
                List.of(new Item(new EntryId(3, 8))),
                page(ids(1, 2, 8), next, 2).items());
    }

    @Test
    void aFullLastPageNamesNoNextOne() {
        assertNull(page(ids(1, 2), null, 2).next());
        assertNull(page(List.of(), null, 2).next());
    }
}
