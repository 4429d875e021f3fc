package linli.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;

/** Holds what was given for wishes against the wishes: once for each that was confirmed, to whom it is due, and for no other. */
final class WishProof {
    private final AccountStore store;
    private final List<String> wrong = new ArrayList<>();
    private final Map<EntryId, Movement> granted = new HashMap<>();
    private final Map<EntryId, Wish> wishes = new HashMap<>();

    private WishProof(AccountStore store) {
        this.store = store;
    }

    /** What does not add up, in sentences. */
    static List<String> wrong(AccountStore store) {
        WishProof proof = new WishProof(store);
        store.forEach(Table.WISHES, wish -> proof.wishes.put(wish.id(), wish));
        store.forEach(Table.MOVEMENTS, proof::add);
        proof.wishes.values().forEach(proof::check);
        proof.granted.keySet().forEach(proof::requireWish);
        return proof.wrong;
    }

    private void add(Movement line) {
        boolean forWish = line.counter() == Kind.GRANTED || wishes.containsKey(line.cause());
        if (forWish) {
            granted.put(line.cause(), line);
        }
    }

    private void check(Wish wish) {
        Movement line = granted.get(wish.id());
        VolunteerNo due =
                wish.confirmation() == null ? null : wish.confirmation().rewarded();
        boolean right = due == null
                ? line == null
                : line != null && line.volunteer().equals(due) && line.points() + line.owed() == wish.points();
        require(right, wish + " was thanked with " + line);
        require(
                due == null || !due.equals(wish.wisher()) || wish.rewards() == WishPolicy.Reward.ASKER,
                wish + " helps itself");
        boolean open = store.get(Table.OPEN_WISHES, wish.id().toLong()) != null;
        require(open == wish.state().goesOn(), wish + " is on the wrong list");
    }

    private void requireWish(EntryId cause) {
        require(wishes.containsKey(cause), "points were granted for " + cause + ", which is no wish");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
