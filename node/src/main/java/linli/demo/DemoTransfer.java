package linli.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.ledger.Books;

/**
 * Somebody moves house and takes points along: one community sends them, and the next receives them by the signed slip.
 *
 * @param sent the entry by which they were sent
 * @param slip what it says
 * @param signed the same as it was signed
 */
record DemoTransfer(EntryId sent, PointsSent slip, SignedEntry signed) {
    private static final int MOST_POINTS = 20;

    /** Sends points of whoever has most; empty where nobody has any. */
    static Optional<DemoTransfer> send(DemoScene from, List<VolunteerNo> volunteers, int toBranch) {
        Books books = from.books();
        return volunteers.stream()
                .max(Comparator.comparingLong(books::held))
                .filter(richest -> books.held(richest) > 0)
                .map(richest -> send(from, richest, toBranch));
    }

    private static DemoTransfer send(DemoScene from, VolunteerNo volunteer, int toBranch) {
        Books books = from.books();
        long points = Math.min(MOST_POINTS, books.held(volunteer));
        PointsSent slip = books.passbooks()
                .sending(volunteer, points, toBranch, from.ledger().today());
        EntryId sent = from.pen().write(DemoStaff.CLERK, slip);
        return new DemoTransfer(sent, slip, SignedEntry.of(from.ledger().log().entry(sent.index())));
    }

    /** The volunteer comes to the other community with the slip. */
    void receive(DemoScene at) {
        at.pen().write(DemoStaff.CLERK, new PointsReceived(sent, slip.volunteer(), slip.points(), signed));
    }
}
