package linli.national;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.ledger.Activity;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.ledger.ServiceRecord;
import linli.ledger.Volume;
import linli.log.LogView;
import linli.profile.Profile;
import org.jspecify.annotations.Nullable;

/** What belongs to a record besides itself and the person: its activity, and how good that was found. */
final class ServiceDetails {
    /** Activities looked up lately. */
    private static final int AT_HAND = 1_000;

    private final Ledger ledger;
    private final Policy policy;
    private final String unit;
    private final LoadingCache<EntryId, Details> details =
            CacheBuilder.newBuilder().maximumSize(AT_HAND).build(CacheLoader.from(this::find));

    private record Details(Activity activity, String category, String evaluation) {}

    ServiceDetails(Ledger ledger) {
        this.ledger = ledger;
        this.policy = Policy.parse(ledger.books().policy().orElseThrow().document());
        this.unit =
                ledger.books().branch(ledger.books().branch()).map(Branch::name).orElseThrow();
    }

    NationalRow row(ServiceRecord record, Profile profile) {
        Details known = details.getUnchecked(record.activity());
        return new NationalRow(record, profile, known.activity(), known.category(), unit, known.evaluation());
    }

    private Details find(EntryId id) {
        Activity activity =
                Objects.requireNonNull(ledger.books().activity(id).orElse(null), "a record names an activity");
        String category =
                policy.category(activity.category()).map(Policy.Category::zh).orElse(activity.category());
        return new Details(activity, category, evaluation(activity.closing()));
    }

    /** The words of an evaluation are in the log alone. */
    private String evaluation(@Nullable EntryId closing) {
        return Optional.ofNullable(closing)
                .flatMap(this::entry)
                .map(bytes -> EntryCodec.decode(bytes).event())
                .filter(ActivityClosed.class::isInstance)
                .map(event -> evaluation((ActivityClosed) event))
                .orElse("");
    }

    private Optional<byte[]> entry(EntryId id) {
        Optional<Volume> volume = ledger.volumeOf(id);
        Optional<LogView> log = volume.flatMap(ledger::log);
        return log.map(held -> held.entry(volume.orElseThrow().placeOf(id)));
    }

    private static String evaluation(ActivityClosed closed) {
        String stars = closed.stars() == null ? null : closed.stars() + " 星";
        return Stream.of(Optional.ofNullable(stars), Optional.ofNullable(closed.evaluation()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("，"));
    }
}
