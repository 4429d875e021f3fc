package linli.ledger;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/** A volunteer's page at one branch, read from its head: every record names the one before it. */
final class RecordChain {
    private RecordChain() {}

    /**
     * The records, newest first, read one by one as they are asked for.
     *
     * @param head where to begin; null for an empty page
     * @param records finds a record by its id; null where there is none
     */
    static Stream<ServiceRecord> from(@Nullable EntryId head, Function<EntryId, @Nullable ServiceRecord> records) {
        return Stream.iterate(find(head, records), Objects::nonNull, record -> find(record.previous(), records));
    }

    private static @Nullable ServiceRecord find(
            @Nullable EntryId id, Function<EntryId, @Nullable ServiceRecord> records) {
        return id == null ? null : records.apply(id);
    }
}
