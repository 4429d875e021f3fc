package linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Progress;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * Posts the entries that are in the logs at hand and not in the accounts yet: after a start, after a crash, when a log has come
 * from elsewhere, for an audit, all by the same road.
 *
 * <p>The county's journal comes first. A branch's journal rests on as much of the county's as it says it has seen, and waits
 * until that much is posted; on other branches it never rests. So the accounts are the same in whatever order logs arrive.
 *
 * <p>Not thread-safe, but for {@link #standings}.
 */
final class Bookkeeper {
    /** Rows kept in memory between two savings: a third of the heap at the most, at about 500 bytes for a row. */
    static final int MOST_UNSAVED_ROWS =
            (int) Math.min(500_000, Runtime.getRuntime().maxMemory() / 3 / 500);

    /** Posts one entry; a reader over the bookkeeper's shoulder does something besides. */
    interface Hand {
        void post(ReadEntry entry, Changes into);
    }

    /** How far a journal is posted. */
    private record Place(int volume, long size) {
        static final Place START = new Place(0, 0);
    }

    private final Shelf shelf;
    private final Volume county;
    private final int own;
    private final Progress progress;
    private final Hand hand;
    private final Map<Integer, Place> places = new TreeMap<>();
    private final Map<Integer, Long> waits = new TreeMap<>();
    private volatile List<Standing> standings = List.of();

    /**
     * @param shelf the logs at hand
     * @param node whose accounts; what its own entries were asked for by is noted for {@link Table#REQUESTS}
     */
    Bookkeeper(Shelf shelf, NodeFolder node, Progress progress) {
        this(shelf, node, progress, ReadEntry::post);
    }

    Bookkeeper(Shelf shelf, NodeFolder node, Progress progress, Hand hand) {
        this.shelf = shelf;
        this.county =
                Volume.first(Posting.COUNTY, node.county().name(), node.county().toString(), 0);
        this.own = node.branch();
        this.progress = progress;
        this.hand = hand;
    }

    /** Brings the store up to the logs, building it anew where it is not of these logs. */
    AccountStore bringUp(AccountStore store) {
        AccountStore sound = belongs(store) ? store : store.startOver();
        try {
            return postMissing(sound);
        } catch (LedgerException | LogException e) {
            sound.close();
            throw e;
        } catch (RuntimeException damaged) {
            // A page that cannot be read. The logs have everything, so build anew, once.
            return postMissing(sound.startOver());
        }
    }

    private AccountStore postMissing(AccountStore store) {
        load(store);
        postAll(store);
        if (hasPostedVoid(store)) {
            // The county closed a log before entries that were posted already. From an empty store they never are.
            return postMissing(store.startOver());
        }
        save(store);
        store.built();
        return store;
    }

    /** Posts all that can be posted, into a store that nobody reads yet. */
    void postAll(AccountStore store) {
        long posted = Long.MAX_VALUE;
        // Once more after every round that got anywhere: what came may be what others waited for.
        while (posted > 0) {
            posted = postSome(store, Long.MAX_VALUE, true);
        }
    }

    /** Posts what has come to the logs, into a store that is read meanwhile; at most about so many entries. */
    long postArrived(AccountStore store, long most) {
        return postSome(store, most, false);
    }

    private long postSome(AccountStore store, long most, boolean alone) {
        long before = total();
        advance(store, Posting.COUNTY, most, alone);
        for (int branch : branches(store)) {
            if (branch != Posting.COUNTY && total() - before < most) {
                advance(store, branch, most - (total() - before), alone);
            }
        }
        tellStandings(store);
        return total() - before;
    }

    private static List<Integer> branches(AccountStore store) {
        List<Integer> branches = new ArrayList<>();
        store.forEach(Table.BRANCHES, branch -> branches.add(branch.number()));
        branches.sort(null);
        return branches;
    }

    private long total() {
        return places.values().stream().mapToLong(Place::size).sum();
    }

    private void advance(AccountStore store, int branch, long most, boolean alone) {
        Volume volume = volume(store, branch);
        while (volume != null) {
            LogView log = shelf.log(volume);
            long from = place(branch).size() - volume.first();
            long to = log == null ? from : Math.min(log.size(), volume.countingSize());
            if (log != null && from < to) {
                post(store, volume, log, from, to - from > most ? from + most : to, alone);
            }
            volume = Objects.equals(place(branch).size(), volume.end()) ? turnLeaf(store, volume) : null;
        }
    }

    /** The next volume, where this one is posted to its end. */
    private @Nullable Volume turnLeaf(AccountStore store, Volume full) {
        Volume next = store.get(Table.VOLUMES, Volume.keyOf(full.branch(), full.ordinal() + 1));
        if (next != null) {
            places.put(full.branch(), new Place(next.ordinal(), next.first()));
        }
        return next;
    }

    private void post(AccountStore store, Volume volume, LogView log, long from, long to, boolean alone) {
        try (ReadAhead reading = new ReadAhead(volume, log, from, to)) {
            for (List<ReadEntry> entries = reading.next(); !entries.isEmpty(); entries = reading.next()) {
                int posted = alone ? post(volume, entries, store.alone(), store) : postWhole(volume, entries, store);
                if (store.unsavedRows() >= MOST_UNSAVED_ROWS) {
                    save(store);
                }
                progress.reached(place(volume.branch()).size() - volume.first(), to);
                if (posted < entries.size()) {
                    return;
                }
            }
        }
    }

    /** Posts entries where readers may look, who see all of them or none; what came before one that fails is posted. */
    private int postWhole(Volume volume, List<ReadEntry> entries, AccountStore store) {
        Changes changes = new Changes(store);
        try {
            return post(volume, entries, changes, null);
        } finally {
            store.add(changes);
        }
    }

    /** Posts entries up to one that has to wait; tells how many. */
    private int post(Volume volume, List<ReadEntry> entries, Changes changes, @Nullable AccountStore alone) {
        waits.remove(volume.branch());
        for (int i = 0; i < entries.size(); i++) {
            ReadEntry entry = entries.get(i);
            if (volume.branch() != Posting.COUNTY
                    && entry.countyNeeded() > place(Posting.COUNTY).size()) {
                waits.put(volume.branch(), entry.countyNeeded());
                return i;
            }
            hand.post(entry, changes);
            if (volume.branch() == own) {
                entry.index(changes);
            }
            places.put(volume.branch(), new Place(volume.ordinal(), entry.id().index() + 1));
            // One approval can touch a thousand records, so rows are counted, not entries.
            if (alone != null && alone.unsavedRows() >= MOST_UNSAVED_ROWS) {
                save(alone);
            }
        }
        return entries.size();
    }

    /** The writer has posted entries of this node's own log itself, up to this index of the journal. */
    void noteOwn(long size) {
        places.put(own, new Place(place(own).volume(), size));
    }

    /** Where the journal stands at the first entry of this log of the node. */
    long firstOf(Vkey log, Accounts accounts) {
        Branch branch = accounts.get(Table.BRANCHES, own);
        for (int ordinal = 0; branch != null && ordinal < branch.volumes(); ordinal++) {
            Volume volume = accounts.get(Table.VOLUMES, Volume.keyOf(own, ordinal));
            if (volume != null && volume.origin().equals(log.name())) {
                return volume.first();
            }
        }
        return 0;
    }

    /** Whether all of this node's own log that counts is posted; else it must not write. */
    boolean isOwnPosted(Accounts accounts, long size) {
        Volume volume = volume(accounts, own);
        Long end = volume == null ? null : volume.end();
        return volume != null && place(own).size() == (end == null ? size : Math.min(size, end));
    }

    /** The volume that is being posted. */
    @Nullable
    Volume volume(Accounts accounts, int branch) {
        Volume known =
                accounts.get(Table.VOLUMES, Volume.keyOf(branch, place(branch).volume()));
        return known == null && branch == Posting.COUNTY ? county : known;
    }

    private Place place(int branch) {
        return places.getOrDefault(branch, Place.START);
    }

    /** Posts everything anew beside the store that is read meanwhile, and puts it in its place. */
    void rebuild(AccountStore store) {
        Map<Integer, Place> before = new TreeMap<>(places);
        try {
            store.replace(fresh -> {
                load(fresh);
                postAll(fresh);
                save(fresh);
            });
        } catch (RuntimeException e) {
            // The old accounts stay, and with them how far they had come.
            places.clear();
            places.putAll(before);
            throw e;
        }
    }

    /** Whether entries are posted that the county has declared void since. */
    boolean hasPostedVoid(Accounts accounts) {
        return places.entrySet().stream().anyMatch(posted -> {
            Volume volume = volume(accounts, posted.getKey());
            Long end = volume == null ? null : volume.end();
            return end != null && posted.getValue().size() > end;
        });
    }

    private void load(AccountStore store) {
        places.clear();
        waits.clear();
        store.forEach(
                Table.POSITIONS,
                position -> places.put(position.branch(), new Place(position.volume(), position.size())));
        tellStandings(store);
    }

    private boolean belongs(AccountStore store) {
        try {
            List<Position> positions = new ArrayList<>();
            store.forEach(Table.POSITIONS, positions::add);
            return positions.stream().allMatch(position -> isOf(position, store));
        } catch (RuntimeException damaged) {
            return false;
        }
    }

    private boolean isOf(Position position, AccountStore store) {
        Volume volume = store.get(Table.VOLUMES, Volume.keyOf(position.branch(), position.volume()));
        LogView log = volume == null ? null : shelf.log(volume);
        if (volume == null || log == null) {
            return false;
        }
        long size = position.size() - volume.first();
        return size <= log.size() && position.root().equals(log.root(size));
    }

    /** Writes down how far the store has come, and saves it. */
    void save(AccountStore store) {
        if (store.unsavedRows() > 0) {
            Changes positions = new Changes(store);
            places.forEach((branch, place) -> {
                Position position = position(store, branch, place);
                if (position != null && !position.equals(store.get(Table.POSITIONS, branch))) {
                    positions.put(Table.POSITIONS, branch, position);
                }
            });
            store.add(positions);
            store.save();
        }
    }

    private @Nullable Position position(Accounts accounts, int branch, Place place) {
        Volume volume = volume(accounts, branch);
        LogView log = volume == null ? null : shelf.log(volume);
        return volume == null || log == null
                ? null
                : new Position(branch, place.volume(), place.size(), log.root(place.size() - volume.first()));
    }

    /** How far each journal is posted and what it waits for, as of the last posting. */
    List<Standing> standings() {
        return standings;
    }

    private void tellStandings(AccountStore store) {
        standings =
                branches(store).stream().map(branch -> standing(branch, store)).toList();
    }

    private Standing standing(int branch, Accounts accounts) {
        Volume volume = volume(accounts, branch);
        LogView log = volume == null ? null : shelf.log(volume);
        long posted = place(branch).size();
        long held =
                log == null || volume == null ? posted : volume.first() + Math.min(log.size(), volume.countingSize());
        return new Standing(branch, posted, held, waits.getOrDefault(branch, 0L));
    }
}
