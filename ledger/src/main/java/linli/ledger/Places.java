package linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linli.log.LogView;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/** How far each journal is posted, and what is written down of it with the accounts. Not thread-safe. */
final class Places {
    /** How far a journal is posted: in which volume, up to which index of the journal. */
    record Place(int volume, long size) {
        static final Place START = new Place(0, 0);
    }

    private final Shelf shelf;
    private final Volume county;
    private final Map<Integer, Place> places = new TreeMap<>();

    Places(Shelf shelf, Vkey county) {
        this.shelf = shelf;
        this.county = Volume.first(Posting.COUNTY, county.name(), county.toString(), 0);
    }

    Place of(int branch) {
        return places.getOrDefault(branch, Place.START);
    }

    /** A journal is posted up to this index, of the volume it was in. */
    void reached(int branch, long size) {
        places.put(branch, new Place(of(branch).volume(), size));
    }

    /** A journal goes on in its next volume. */
    void turnTo(Volume next) {
        places.put(next.branch(), new Place(next.ordinal(), next.first()));
    }

    /** All that is posted, of all journals. */
    long total() {
        return places.values().stream().mapToLong(Place::size).sum();
    }

    /** The volume that is being posted. */
    @Nullable
    Volume volume(Accounts accounts, int branch) {
        Volume known =
                accounts.get(Table.VOLUMES, Volume.keyOf(branch, of(branch).volume()));
        return known == null && branch == Posting.COUNTY ? county : known;
    }

    /** Whether entries are posted that the county has declared void since. */
    boolean areBehindAnEnd(Accounts accounts) {
        return places.entrySet().stream().anyMatch(posted -> {
            Volume volume = volume(accounts, posted.getKey());
            Long end = volume == null ? null : volume.end();
            return end != null && posted.getValue().size() > end;
        });
    }

    /** Takes up where the store says it is. */
    void load(AccountStore store) {
        places.clear();
        store.forEach(
                Table.POSITIONS,
                position -> places.put(position.branch(), new Place(position.volume(), position.size())));
    }

    /** The places as they are now, for {@link #goBackTo}. */
    Map<Integer, Place> copy() {
        return new TreeMap<>(places);
    }

    void goBackTo(Map<Integer, Place> before) {
        places.clear();
        places.putAll(before);
    }

    /** Writes into the store how far it has come. */
    void writeDown(AccountStore store) {
        Changes positions = new Changes(store);
        places.forEach((branch, place) -> {
            Position position = position(store, branch, place);
            if (position != null && !position.equals(store.get(Table.POSITIONS, branch))) {
                positions.put(Table.POSITIONS, branch, position);
            }
        });
        store.add(positions);
    }

    private @Nullable Position position(Accounts accounts, int branch, Place place) {
        Volume volume = volume(accounts, branch);
        LogView log = volume == null ? null : shelf.log(volume);
        // A journal of whose newest volume nothing is at hand yet stands at the end of the volume before.
        while (volume != null && log == null && volume.ordinal() > 0 && place.size() == volume.first()) {
            volume = accounts.get(Table.VOLUMES, Volume.keyOf(branch, volume.ordinal() - 1));
            log = volume == null ? null : shelf.log(volume);
        }
        return volume == null || log == null
                ? null
                : new Position(branch, volume.ordinal(), place.size(), log.root(place.size() - volume.first()));
    }

    /** Whether what is written down in the store is true of the logs at hand; else it is not of these logs. */
    static boolean areTrue(AccountStore store, Shelf shelf) {
        try {
            List<Position> positions = new ArrayList<>();
            store.forEach(Table.POSITIONS, positions::add);
            return positions.stream().allMatch(position -> isTrue(position, store, shelf));
        } catch (RuntimeException damaged) {
            return false;
        }
    }

    private static boolean isTrue(Position position, AccountStore store, Shelf shelf) {
        Volume volume = store.get(Table.VOLUMES, Volume.keyOf(position.branch(), position.volume()));
        LogView log = volume == null ? null : shelf.log(volume);
        if (volume == null || log == null) {
            return false;
        }
        long size = position.size() - volume.first();
        return size <= log.size() && position.root().equals(log.root(size));
    }
}
