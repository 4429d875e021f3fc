package linli.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.ledger.Draft;
import linli.ledger.Ledger;

/**
 * Somebody moves house and takes points along: one community sends them, and the next receives them by the signed slip.
 *
 * @param from where they were sent
 * @param sent the entry there
 * @param slip what it says
 */
public record DemoTransfer(Ledger from, EntryId sent, PointsSent slip) {
    private static final int MOST_POINTS = 20;

    /** Sends points of whoever has most; empty where nobody has any. */
    public static Optional<DemoTransfer> send(Ledger from, List<VolunteerNo> volunteers, int toBranch) {
        return volunteers.stream()
                .max(Comparator.comparingLong(from.books()::held))
                .filter(richest -> from.books().held(richest) > 0)
                .map(richest -> send(from, richest, toBranch));
    }

    private static DemoTransfer send(Ledger from, VolunteerNo volunteer, int toBranch) {
        long points = Math.min(MOST_POINTS, from.books().held(volunteer));
        PointsSent slip = from.books().passbooks().sending(volunteer, points, toBranch, from.today());
        return new DemoTransfer(
                from, from.post(Draft.once(DemoStaff.CLERK, slip)).idOrThrow(), slip);
    }

    /** The volunteer comes to the other community with the slip. */
    public void receive(Ledger at) {
        SignedEntry signed = SignedEntry.of(from.log().entry(sent.index()));
        PointsReceived receipt = new PointsReceived(sent, slip.volunteer(), slip.points(), signed);
        at.post(Draft.once(DemoStaff.CLERK, receipt)).idOrThrow();
    }
}
