package linli.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import linli.ledger.Policy;

/**
 * What is to be told. The same story has the same entries, but for the keys that sign them.
 *
 * @param seed from which it is invented
 * @param first day of it
 * @param days how many
 * @param people volunteers of each community in the end
 * @param communities whose
 * @param policy that the county adopts, as a document
 */
public record DemoStory(
        long seed, LocalDate first, int days, int people, List<DemoCommunity> communities, String policy) {
    public DemoStory {
        communities = List.copyOf(communities);
    }

    /** A story whose last day is yesterday. */
    public static DemoStory untilYesterday(
            long seed, int days, int people, List<DemoCommunity> communities, String policy) {
        LocalDate first = LocalDate.now(zone(policy)).minusDays(days);
        return new DemoStory(seed, first, days, people, communities, policy);
    }

    /** A clock that stands at its beginning. */
    public DemoClock clock() {
        return new DemoClock(zone(policy), first);
    }

    private static ZoneId zone(String policy) {
        return ZoneId.of(Policy.parse(policy).zone());
    }
}
