package linli.office;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import linli.entry.EntryId;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.Policy;
import linli.ledger.Served;
import linli.ledger.ServiceRecord;

/**
 * What somebody served in one activity.
 *
 * @param id the activity
 * @param name its name
 * @param place where
 * @param category of the policy
 * @param firstDay on which they served first
 * @param lastDay and last
 * @param times how many records
 * @param served the time
 */
public record ServedActivity(
        EntryId id,
        String name,
        String place,
        Policy.Category category,
        LocalDate firstDay,
        LocalDate lastDay,
        int times,
        Served served) {
    private static final Comparator<ServedActivity> LARGEST_FIRST = Comparator.comparing(
                    (ServedActivity activity) -> activity.served().minutes())
            .reversed()
            .thenComparing(ServedActivity::id);

    /** What these records, in the order of their days, were served in; most time first. */
    static List<ServedActivity> of(List<ServiceRecord> records, Policy policy, Books books) {
        Map<EntryId, List<ServiceRecord>> byActivity = records.stream()
                .collect(Collectors.groupingBy(ServiceRecord::activity, LinkedHashMap::new, Collectors.toList()));
        return byActivity.values().stream()
                .map(theirs -> of(activity(theirs, books), theirs, policy))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private static Activity activity(List<ServiceRecord> records, Books books) {
        return Objects.requireNonNull(
                books.activity(records.get(0).activity()).orElse(null), "a record names an activity");
    }

    private static ServedActivity of(Activity activity, List<ServiceRecord> records, Policy policy) {
        String code = activity.category();
        return new ServedActivity(
                activity.id(),
                activity.name(),
                activity.place(),
                policy.category(code).orElseGet(() -> new Policy.Category(code, code, code, 0)),
                records.get(0).day(),
                records.get(records.size() - 1).day(),
                records.size(),
                Served.of(records.stream()));
    }
}
