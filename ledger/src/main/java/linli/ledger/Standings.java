package linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import linli.log.LogView;

/** Tells how far each journal is posted, and what those that wait are waiting for. {@link #newest} may be asked by any thread. */
final class Standings {
    private final Shelf shelf;
    private final Places places;
    private final Map<Integer, Long> awaitCounty = new TreeMap<>();
    private final Set<Integer> awaitUpdate = new TreeSet<>();
    private volatile List<Standing> newest = List.of();

    Standings(Shelf shelf, Places places) {
        this.shelf = shelf;
        this.places = places;
    }

    /** A journal cannot go on before so much of the county's is posted. */
    void awaitCounty(int branch, long countySize) {
        awaitCounty.put(branch, countySize);
    }

    /** A journal cannot go on before this Linli is a later one. */
    void awaitUpdate(int branch) {
        awaitUpdate.add(branch);
    }

    void goesOn(int branch) {
        awaitCounty.remove(branch);
        awaitUpdate.remove(branch);
    }

    void nobodyWaits() {
        awaitCounty.clear();
        awaitUpdate.clear();
    }

    /** As of the last telling. */
    List<Standing> newest() {
        return newest;
    }

    /** Makes the present standings known. */
    void tell(AccountStore store) {
        newest = branches(store).stream().map(branch -> standing(branch, store)).toList();
    }

    /** The numbers of all branches that are enrolled, in their order. */
    static List<Integer> branches(AccountStore store) {
        List<Integer> branches = new ArrayList<>();
        store.forEach(Table.BRANCHES, branch -> branches.add(branch.number()));
        branches.sort(null);
        return branches;
    }

    private Standing standing(int branch, Accounts accounts) {
        Volume volume = places.volume(accounts, branch);
        LogView log = volume == null ? null : shelf.log(volume);
        long posted = places.of(branch).size();
        long held =
                log == null || volume == null ? posted : volume.first() + Math.min(log.size(), volume.countingSize());
        Long countySize = awaitCounty.get(branch);
        if (countySize != null) {
            return Standing.awaitingCounty(branch, posted, held, countySize);
        }
        return awaitUpdate.contains(branch)
                ? Standing.awaitingUpdate(branch, posted, held)
                : Standing.of(branch, posted, held);
    }
}
