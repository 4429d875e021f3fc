package linli.web.api.network;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import linli.web.sync.SyncOverview;
import org.jspecify.annotations.Nullable;

/** How reconciling stands in the words of the API, which stay when those of the program change. */
final class SyncJson {
    private SyncJson() {}

    private record Sync(
            String state,
            long ownSize,
            @Nullable CountyHolds countyHolds,
            long toCarry,
            List<Contact> contacts,
            List<Waiting> waiting,
            List<Forked> forked,
            boolean heldBack,
            List<Share> branches) {}

    private record CountyHolds(long size, String at) {}

    private record Contact(
            String name, @Nullable String lastMet, @Nullable String problem, boolean underWay) {}

    private record Waiting(int branch, String name, long entries, String reason, long awaitsCounty) {}

    private record Forked(String origin, String name) {}

    private record Share(int branch, String name, long held, long posted, boolean open) {}

    static Record of(SyncOverview overview) {
        ZonedDateTime countyAt = overview.countyAt();
        return new Sync(
                word(overview.line().state()),
                overview.ownSize(),
                countyAt == null ? null : new CountyHolds(overview.line().countyHolds(), iso(countyAt)),
                overview.line().toCarry(),
                overview.contacts().stream().map(SyncJson::contact).toList(),
                overview.waiting().stream()
                        .map(one -> new Waiting(
                                one.branch(), one.name(), one.entries(), word(one.reason()), one.awaitsCounty()))
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
        ZonedDateTime met = contact.lastMet();
        return new Contact(contact.name(), met == null ? null : iso(met), contact.problem(), contact.underWay());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String iso(ZonedDateTime at) {
        return at.toOffsetDateTime().toString();
    }
}
