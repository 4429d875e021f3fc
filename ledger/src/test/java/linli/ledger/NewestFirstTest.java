package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.ServiceRecord.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestFirstTest {
    @TempDir
    Path folder;

    private TestLedger county;
    private VolunteerNo chen;
    private EntryId service;
    private final List<EntryId> written = new ArrayList<>();

    @BeforeEach
    void found() {
        county = TestLedger.found(folder);
        chen = county.enrol();
        service = county.activity("service");
    }

    @AfterEach
    void close() {
        county.close();
    }

    private void record(int times) {
        IntStream.range(0, times).forEach(i -> written.add(0, county.record(chen, service, 10 + i)));
    }

    private List<EntryId> read(EntryId from, Predicate<ServiceRecord> those, int limit) {
        return county.books().records(from, those, limit).stream()
                .map(ServiceRecord::id)
                .toList();
    }

    /** Some rows are in the file, some in memory, some in both, and many ids are of entries that are no records. */
    @Test
    void rowsComeNewestFirstWhereverTheyAre() {
        record(70);
        county.reopen();
        county.approve(written.get(3), written.get(40), written.get(69));
        record(25);
        assertEquals(written, read(null, any -> true, 1000));
        assertEquals(
                3, read(null, record -> record.state() == State.APPROVED, 1000).size());

        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            EntryId from = new EntryId(0, random.nextInt(120));
            int limit = 1 + random.nextInt(60);
            List<EntryId> expected = written.stream()
                    .filter(id -> id.compareTo(from) <= 0)
                    .limit(limit)
                    .toList();
            assertEquals(expected, read(from, any -> true, limit), "seed " + seed + ", from " + from);
        }
    }

    @Test
    void volunteersComeNewestFirstToo() {
        VolunteerNo li = county.enrol();
        assertEquals(
                List.of(li, chen),
                county.books().volunteers(null, 10).stream()
                        .map(VolunteerAccount::no)
                        .toList());
        assertEquals(
                List.of(chen),
                county.books().volunteers(chen.entry(), 10).stream()
                        .map(VolunteerAccount::no)
                        .toList());
    }

    @Test
    void aBranchReadsItsOwn() {
        record(2);
        assertEquals(written, read(new EntryId(7, 3), any -> true, 10));
    }
}
