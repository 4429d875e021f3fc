package linli.sim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import linli.log.Checkpoint;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;
import linli.mirror.Reply;
import linli.wire.AddCheckpoint;
import linli.wire.AddEntriesHeader;
import linli.wire.CosignatureLines;
import linli.wire.WireException;

/** What a node has promised to anybody: entries it acknowledged, and copies it signed for. */
final class Promises {
    private record Kept(EntryId id, Entry entry) {}

    private final List<Kept> acknowledged = new ArrayList<>();
    private final Map<RequestId, EntryId> answers = new HashMap<>();
    private final Map<String, Long> cosigned = new TreeMap<>();
    /** The most it ever signed for, on whatever disk. */
    private final Map<String, Long> everCosigned = new TreeMap<>();

    private int checked;
    private long firstIndex;

    void acknowledged(Outcome.Recorded recorded, RequestId request) {
        EntryId before = answers.put(request, recorded.id());
        Broken.unless(
                before == null || before.equals(recorded.id()),
                "request %s made %s and %s",
                request,
                before,
                recorded.id());
        if (before == null) {
            acknowledged.add(new Kept(recorded.id(), recorded.entry()));
        }
    }

    static long first(Ledger ledger) {
        String origin = ledger.node().origin();
        return ledger.books().volumes(ledger.node().branch()).stream()
                .filter(volume -> volume.origin().equals(origin))
                .mapToLong(volume -> volume.first())
                .findFirst()
                .orElse(0);
    }

    /** Entries that the log must have at least. */
    long leastSize() {
        return acknowledged.stream()
                .mapToLong(kept -> kept.id().index() - firstIndex + 1)
                .max()
                .orElse(0);
    }

    void answeredCheckpoint(SimNode node, byte[] request, Reply reply) {
        if (reply.status() == 200 && isSigned(reply)) {
            Checkpoint claimed = AddCheckpoint.ofBytes(request).claimed();
            cosigned(node, claimed.origin(), claimed.size());
        }
    }

    void answeredEntries(SimNode node, byte[] request, Reply reply) {
        if (reply.status() == 200 && isSigned(reply)) {
            AddEntriesHeader header = header(request);
            cosigned(node, header.origin(), header.end());
        }
    }

    private static AddEntriesHeader header(byte[] request) {
        try {
            return AddEntriesHeader.readFrom(new ByteArrayInputStream(request));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static boolean isSigned(Reply reply) {
        try {
            return !CosignatureLines.ofBytes(reply.body()).signatures().isEmpty();
        } catch (WireException e) {
            throw new Broken("an answer of 200 that is no list of signatures");
        }
    }

    /** It has signed for so many entries of a log; it must never sign for less afterwards. */
    synchronized void cosigned(SimNode node, String origin, long size) {
        Long before = cosigned.put(origin, size);
        Broken.unless(before == null || before <= size, "%s cosigned %s at %s after %s", node, origin, size, before);
        everCosigned.merge(origin, size, Math::max);
    }

    synchronized long mostEverCosigned(String origin) {
        return everCosigned.getOrDefault(origin, 0L);
    }

    /** Another disk: nothing that was on the old one can be expected of it. */
    void forget() {
        acknowledged.clear();
        answers.clear();
        cosigned.clear();
        checked = 0;
    }

    /** All of them are looked at again. */
    void restarted() {
        checked = 0;
    }

    void check(SimNode node) {
        Ledger ledger = node.ledger();
        long first = first(ledger);
        firstIndex = first;
        for (Kept kept : acknowledged.subList(checked, acknowledged.size())) {
            long place = kept.id().index() - first;
            Broken.unless(place < ledger.log().size(), "%s has lost %s, which it acknowledged", node, kept.id());
            Broken.unless(
                    EntryCodec.decode(ledger.log().entry(place)).equals(kept.entry()),
                    "%s has another %s now",
                    node,
                    kept.id());
        }
        checked = acknowledged.size();
        cosigned.forEach((origin, size) -> {
            long held = ledger.mirrors()
                    .find(origin)
                    .or(() -> ledger.books().volumes().stream()
                            .filter(volume -> volume.origin().equals(origin))
                            .findFirst()
                            .map(volume -> ledger.mirrors().of(volume.key())))
                    .flatMap(Mirror::complete)
                    .map(SignedCheckpoint::size)
                    .orElse(0L);
            Broken.unless(held >= size, "%s signed for %s entries of %s and has %s", node, size, origin, held);
        });
    }
}
