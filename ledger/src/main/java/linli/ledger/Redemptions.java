package linli.ledger;

import java.util.Objects;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/** The redemptions of the shop, as one entry finds them and leaves them. */
final class Redemptions {
    private final Posting posting;

    Redemptions(Posting posting) {
        this.posting = posting;
    }

    /** A redemption of this branch that was not undone. */
    Redemption standing(EntryId id) {
        Redemption redemption = id.branch() == posting.branch() ? posting.get(Table.REDEMPTIONS, id.toLong()) : null;
        if (redemption == null) {
            throw Rejection.UNKNOWN_REDEMPTION.because("no redemption has the number %s here", id);
        }
        Redemption.Reversal undone = redemption.reversal();
        if (undone != null) {
            throw Rejection.REDEMPTION_REVERSED.because("redemption %s was undone by %s", id, undone.entry());
        }
        return redemption;
    }

    void put(Redemption redemption) {
        posting.put(Table.REDEMPTIONS, redemption.id().toLong(), redemption);
    }

    Customer customer(VolunteerNo volunteer) {
        Customer known = posting.get(Table.CUSTOMERS, key(volunteer));
        return Objects.requireNonNullElse(known, Customer.first(posting.branch(), volunteer));
    }

    void put(Customer customer) {
        posting.put(Table.CUSTOMERS, key(customer.volunteer()), customer);
    }

    private long key(VolunteerNo volunteer) {
        return RowKeys.ofCustomer(posting.changes(), posting.branch(), volunteer);
    }
}
