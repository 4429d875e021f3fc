package linli.transfer;

import java.util.List;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.RequestId;
import linli.entry.SignedEntry;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.LedgerException;
import linli.ledger.Outcome;
import linli.ledger.Transfer;
import linli.ledger.Volume;
import linli.log.LogException;
import linli.receipt.Receipts;
import linli.transfer.TransferException.Code;
import linli.wire.Slip;
import linli.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk at which points leave for other branches and arrive from them.
 *
 * <p>The same points are asked for under the same request, whether they come by slip or by log; so they arrive once, whoever comes
 * first. Safe for any number of threads.
 */
public final class TransferDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(TransferDesk.class);

    private final Ledger ledger;

    public TransferDesk(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The slip of points that this branch has sent, to be shown, printed or carried as often as anybody likes.
     *
     * @param sent a PointsSent entry of this node's log
     * @throws TransferException NO_TRANSFER
     */
    public Slip slipOf(EntryId sent) {
        boolean own = sent.branch() == ledger.books().branch();
        if (!own || ledger.books().transit().transfer(sent).isEmpty()) {
            throw noTransfer(sent);
        }
        return Receipts.of(ledger).of(sent);
    }

    private static TransferException noTransfer(EntryId id) {
        return new TransferException(Code.NO_TRANSFER, "the entry " + id + " of this branch does not send points");
    }

    /**
     * Takes in points by a slip; both nodes may be offline.
     *
     * @param text of the slip, as scanned or pasted
     * @param by who reads it
     * @throws TransferException where the slip proves nothing, or what is known here speaks against it
     */
    public Outcome receive(String text, Actor by) {
        PointsReceived received = receipt(text);
        requireNew(received.sent());
        return post(received, by);
    }

    /**
     * The event that takes in the points of a slip, which is proven by it and may have happened before; whether it has is for the
     * rules to say.
     *
     * @param text of the slip, as scanned or pasted
     * @throws TransferException where the slip proves nothing, or what is known here speaks against it
     */
    public PointsReceived receipt(String text) {
        Slip slip = read(text);
        Volume volume = ledger.books().volumes().stream()
                .filter(known -> known.origin().equals(slip.claimedOrigin()))
                .findFirst()
                .orElseThrow(
                        () -> new TransferException(
                                Code.UNKNOWN_LOG,
                                "this node knows no branch of that name; if it has joined lately, let this node meet the county first"));
        verify(slip, volume);
        EntryId sent = volume.idOf(slip.index());
        requireCovered(sent);
        return receipt(sent, slip.entry());
    }

    private static Slip read(String text) {
        try {
            return Slip.ofText(text);
        } catch (WireException e) {
            throw new TransferException(
                    Code.NOT_A_SLIP,
                    "this is not a slip, or a part of one is missing; scan or copy it again, whole",
                    e);
        }
    }

    private static void verify(Slip slip, Volume volume) {
        try {
            slip.verify(volume.key());
        } catch (LogException e) {
            throw new TransferException(
                    Code.NOT_PROVEN, "the slip is not one of branch " + volume.branch() + ", or it was altered", e);
        }
    }

    private void requireNew(EntryId sent) {
        ledger.books().transit().receipt(ledger.books().branch(), sent).ifPresent(receipt -> {
            throw new TransferException(
                    Code.ALREADY_RECEIVED, "the points of " + sent + " arrived before, with entry " + receipt);
        });
    }

    /** Once the sender's log is here, its own accounts say whether the points were there. */
    private void requireCovered(EntryId sent) {
        if (ledger.books().finding(sent).isPresent()) {
            throw new TransferException(
                    Code.NOT_COVERED,
                    "branch " + sent.branch() + " sent points with " + sent + " that were not there; tell the county");
        }
    }

    private static PointsReceived receipt(EntryId sent, byte[] signed) {
        if (!(decoded(sent, signed).event() instanceof PointsSent promised)) {
            throw new TransferException(Code.NO_TRANSFER, "the entry " + sent + " does not send points");
        }
        return new PointsReceived(sent, promised.volunteer(), promised.points(), SignedEntry.of(signed));
    }

    private Outcome post(PointsReceived received, Actor by) {
        RequestId request = RequestId.derived("received", received.sent().toString());
        return ledger.post(new Draft(by, request, received));
    }

    private static Entry decoded(EntryId sent, byte[] signed) {
        try {
            return EntryCodec.decode(signed);
        } catch (EntryException e) {
            throw new TransferException(Code.NO_TRANSFER, "the entry " + sent + " cannot be read", e);
        }
    }

    /**
     * Takes in everything that was sent to this branch and whose sender's log has come here.
     *
     * @return how many transfers arrived
     */
    public int receiveArrived() {
        int arrived = 0;
        for (Transfer transfer : coming()) {
            if (receive(transfer)) {
                arrived++;
            }
        }
        return arrived;
    }

    private List<Transfer> coming() {
        int own = ledger.books().branch();
        return ledger.books().transit().inTransit().stream()
                .filter(transfer -> transfer.toBranch() == own)
                .toList();
    }

    private boolean receive(Transfer transfer) {
        EntryId sent = transfer.sent();
        try {
            Outcome outcome = ledger.volumeOf(sent)
                    .flatMap(volume -> ledger.log(volume).map(log -> log.entry(volume.placeOf(sent))))
                    .map(bytes -> post(receipt(sent, bytes), Actor.NODE))
                    .orElseThrow(() -> noTransfer(sent));
            if (outcome instanceof Outcome.Refused refused) {
                LOGGER.info("points sent with {} are not taken in: {}", sent, refused.code());
            }
            return outcome instanceof Outcome.Recorded;
        } catch (LedgerException | TransferException e) {
            LOGGER.info("points sent with {} wait: {}", sent, e.getMessage());
            return false;
        }
    }
}
