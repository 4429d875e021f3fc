package linli.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * <p>An entry that a later Linli wrote stops the node where it stands in the county's journal or its own. Another branch's
 * journal waits there, and the rest goes on: one node that is ahead must not bring the others to a halt.
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

    private final Shelf shelf;
    private final int own;
    private final Progress progress;
    private final Hand hand;
    private final Places places;
    private final Standings standings;

    /**
     * @param shelf the logs at hand
     * @param node whose accounts; what its own entries were asked for by is noted for {@link Table#REQUESTS}
     */
    Bookkeeper(Shelf shelf, NodeFolder node, Progress progress) {
        this(shelf, node, progress, ReadEntry::post);
    }

    Bookkeeper(Shelf shelf, NodeFolder node, Progress progress, Hand hand) {
        this.shelf = shelf;
        this.own = node.branch();
        this.progress = progress;
        this.hand = hand;
        this.places = new Places(shelf, node.county());
        this.standings = new Standings(shelf, places);
    }

    /** Brings the store up to the logs, building it anew where it is not of these logs. */
    AccountStore bringUp(AccountStore store) {
        AccountStore sound = Places.areTrue(store, shelf) ? store : store.startOver();
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
        long before = places.total();
        advance(store, Posting.COUNTY, most, alone);
        for (int branch : Standings.branches(store)) {
            if (branch != Posting.COUNTY && places.total() - before < most) {
                advance(store, branch, most - (places.total() - before), alone);
            }
        }
        standings.tell(store);
        return places.total() - before;
    }

    private void advance(AccountStore store, int branch, long most, boolean alone) {
        Volume volume = places.volume(store, branch);
        while (volume != null) {
            LogView log = shelf.log(volume);
            long from = places.of(branch).size() - volume.first();
            long to = log == null ? from : Math.min(log.size(), volume.countingSize());
            if (log != null && from < to) {
                post(store, volume, log, from, to - from > most ? from + most : to, alone);
            }
            volume = Objects.equals(places.of(branch).size(), volume.end()) ? turnLeaf(store, volume) : null;
        }
    }

    /** The next volume, where this one is posted to its end. */
    private @Nullable Volume turnLeaf(AccountStore store, Volume full) {
        Volume next = store.get(Table.VOLUMES, Volume.keyOf(full.branch(), full.ordinal() + 1));
        if (next != null) {
            places.turnTo(next);
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
                progress.reached(places.of(volume.branch()).size() - volume.first(), to);
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
        standings.goesOn(volume.branch());
        for (int i = 0; i < entries.size(); i++) {
            ReadEntry entry = entries.get(i);
            if (mustWait(entry)) {
                return i;
            }
            hand.post(entry, changes);
            if (volume.branch() == own) {
                entry.index(changes);
            }
            places.reached(volume.branch(), entry.id().index() + 1);
            // One approval can touch a thousand records, so rows are counted, not entries.
            if (alone != null && alone.unsavedRows() >= MOST_UNSAVED_ROWS) {
                save(alone);
            }
        }
        return entries.size();
    }

    /** Whether the entry cannot be posted yet; then it is noted why. */
    private boolean mustWait(ReadEntry entry) {
        int branch = entry.id().branch();
        if (branch == Posting.COUNTY) {
            return false;
        }
        if (entry.countyNeeded() > places.of(Posting.COUNTY).size()) {
            standings.awaitCounty(branch, entry.countyNeeded());
            return true;
        }
        // Its own journal a node must understand, or stop; of the others nobody here can ask it to be of their version.
        if (branch != own && entry.isOfLaterLinli()) {
            standings.awaitUpdate(branch);
            return true;
        }
        return false;
    }

    /** The writer has posted entries of this node's own log itself, up to this index of the journal. */
    void noteOwn(long size) {
        places.reached(own, size);
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
        Volume volume = places.volume(accounts, own);
        Long end = volume == null ? null : volume.end();
        return volume != null && places.of(own).size() == (end == null ? size : Math.min(size, end));
    }

    /** Posts everything anew beside the store that is read meanwhile, and puts it in its place. */
    void rebuild(AccountStore store) {
        Map<Integer, Places.Place> before = places.copy();
        try {
            store.replace(fresh -> {
                load(fresh);
                postAll(fresh);
                save(fresh);
            });
        } catch (RuntimeException e) {
            // The old accounts stay, and with them how far they had come.
            places.goBackTo(before);
            throw e;
        }
    }

    /** Whether entries are posted that the county has declared void since. */
    boolean hasPostedVoid(Accounts accounts) {
        return places.areBehindAnEnd(accounts);
    }

    private void load(AccountStore store) {
        places.load(store);
        standings.nobodyWaits();
        standings.tell(store);
    }

    /** Writes down how far the store has come, and saves it. */
    void save(AccountStore store) {
        if (store.unsavedRows() > 0) {
            places.writeDown(store);
            store.save();
        }
    }

    /** How far each journal is posted and what it waits for, as of the last posting. */
    List<Standing> standings() {
        return standings.newest();
    }
}
