package linli.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.ledger.Ledger;
import linli.ledger.Standing;
import linli.log.Mirror;
import linli.peer.Vouched;

/**
 * What people want to know of reconciling: what the county has, since when, what waits and why.
 *
 * @param ownSize entries in this node's own log
 * @param county what the county last signed that it durably holds of it; empty at the county itself and before the first meeting
 * @param contacts the nodes that are met, the county first
 * @param waiting journals with entries here that cannot be posted yet
 * @param forked origins of logs that are frozen, since their key has signed two
 * @param heldBack whether this node writes nothing, since others hold more of its log than it does
 */
public record SyncStatus(
        long ownSize,
        Optional<Vouched> county,
        List<Contact> contacts,
        List<Standing> waiting,
        List<String> forked,
        boolean heldBack) {

    /**
     * A node that is met.
     *
     * @param name its address
     * @param lastMet when it was last met and all went well, by our clock
     * @param problem why the last attempt failed, as the name of a {@link linli.peer.PeerException.Code}; empty when it did not
     * @param underWay whether it is being met now
     */
    public record Contact(String name, Optional<Instant> lastMet, Optional<String> problem, boolean underWay) {}

    static SyncStatus of(Ledger ledger, Optional<Vouched> county, List<Contact> contacts) {
        return new SyncStatus(
                ledger.log().size(),
                county,
                contacts,
                waiting(ledger.standings()),
                Stream.concat(
                                ledger.fork().map(proof -> ledger.log().origin()).stream(),
                                ledger.mirrors().all().stream()
                                        .filter(mirror -> mirror.fork().isPresent())
                                        .map(Mirror::origin))
                        .toList(),
                ledger.node().isHeldBack());
    }

    static List<Standing> waiting(List<Standing> standings) {
        return standings.stream()
                .filter(standing -> standing.held() > standing.posted() && standing.reason() != Standing.Wait.NOTHING)
                .toList();
    }

    /** Whether somebody has to do something. Being offline, or behind, is normal. */
    public boolean isWrong() {
        return heldBack || !forked.isEmpty();
    }

    /** Entries of this node that the county does not hold yet, as far as is known; never below zero. */
    public long toCarry() {
        return Math.max(0, ownSize - county.map(Vouched::size).orElse(0L));
    }
}
