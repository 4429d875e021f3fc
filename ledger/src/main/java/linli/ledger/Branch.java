package linli.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A node of the network: the county as number 0, or a community.
 *
 * @param number as counted by the county
 * @param slug short name
 * @param name for people
 * @param origin of the log it writes now
 * @param vkey verifier key of that log
 * @param since index of the county's entry that enrolled it
 * @param volumes how many logs it has had
 * @param closedBy index of the county's entry that closed it; null while it is open
 */
public record Branch(
        int number,
        String slug,
        String name,
        String origin,
        String vkey,
        long since,
        int volumes,
        @Nullable Long closedBy) {

    static Branch enrolled(int number, String slug, String name, Volume first) {
        return new Branch(number, slug, name, first.origin(), first.vkey(), first.since(), 1, null);
    }

    Branch goneOnIn(Volume next) {
        return new Branch(number, slug, name, next.origin(), next.vkey(), since, next.ordinal() + 1, null);
    }

    Branch closed(long by) {
        return new Branch(number, slug, name, origin, vkey, since, volumes, by);
    }

    public boolean open() {
        return closedBy == null;
    }
}
