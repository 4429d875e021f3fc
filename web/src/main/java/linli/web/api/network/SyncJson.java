package linli.web.api.network;

import java.time.ZonedDateTime;
import java.util.List;
import linli.ledger.Standing;
import linli.web.sync.SyncOverview;
import linli.web.sync.SyncState;
import org.jspecify.annotations.Nullable;

/** How reconciling stands in the words of the API, which stay when those of the program change. */
final class SyncJson {
    private SyncJson() {}

    private record Sync(
            SyncState state,
            long ownSize,
            @Nullable CountyHolds countyHolds,
            long toCarry,
            List<Contact> contacts,
            List<Waiting> waiting,
            List<Forked> forked,
            boolean heldBack,
            List<Share> branches) {}

    private record CountyHolds(long size, ZonedDateTime at) {}

    private record Contact(
            String name,
            @Nullable ZonedDateTime lastMet,
            @Nullable String problem,
            boolean underWay) {}

    private record Waiting(int branch, String name, long entries, Standing.Wait reason, long awaitsCounty) {}

    private record Forked(String origin, String name) {}

    private record Share(int branch, String name, long held, long posted, boolean open) {}

    static Record of(SyncOverview overview) {
        ZonedDateTime countyAt = overview.countyAt();
        return new Sync(
                overview.line().state(),
                overview.ownSize(),
                countyAt == null ? null : new CountyHolds(overview.line().countyHolds(), countyAt),
                overview.line().toCarry(),
                overview.contacts().stream().map(SyncJson::contact).toList(),
                overview.waiting().stream()
                        .map(one ->
                                new Waiting(one.branch(), one.name(), one.entries(), one.reason(), one.awaitsCounty()))
                        .toList(),
                overview.forked().stream()
                        .map(one -> new Forked(one.origin(), one.name()))
                        .toList(),
                overview.heldBack(),
                overview.branches().stream()
                        .map(one -> new Share(one.branch(), one.name(), one.held(), one.posted(), one.open()))
                        .toList());
    }

    private static Contact contact(SyncOverview.Contact contact) {
        return new Contact(contact.name(), contact.lastMet(), contact.problem(), contact.underWay());
    }
}
