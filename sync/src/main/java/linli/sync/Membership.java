package linli.sync;

import java.util.Optional;
import linli.enrol.PeerIdentity;
import linli.enrol.Standing;
import linli.ledger.Books;
import linli.ledger.Branch;

/** Who belongs to the county, as far as its log is posted here. */
public final class Membership implements Standing {
    private final Books books;

    public Membership(Books books) {
        this.books = books;
    }

    @Override
    public State of(PeerIdentity peer) {
        Optional<Branch> branch = books.branch(peer.number());
        if (branch.isEmpty()) {
            return State.UNKNOWN;
        }
        if (!branch.get().open()) {
            return State.CLOSED;
        }
        return branch.get().origin().equals(peer.origin()) ? State.GOOD : State.REPLACED;
    }
}
