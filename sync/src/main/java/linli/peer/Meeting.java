package linli.peer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.log.Cosignature;
import linli.log.ForkProof;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.NoteSignature;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.transfer.TransferDesk;
import linli.wire.HeldLog;
import linli.wire.LogList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meetings of this node with one other, as often as they come about.
 *
 * <p>At each, the county's log comes first, since the others rest on it; then this node's own goes out; then every other log goes
 * to whoever has less of it. Where nothing is new on either side a meeting is one request. One thread at a time.
 */
public final class Meeting implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Meeting.class);

    private final Ledger ledger;
    private final Peer peer;
    private final TransferDesk transfers;
    private String knownList = "";
    private Map<String, Long> carried = Map.of();

    public Meeting(Ledger ledger, Peer peer) {
        this.ledger = ledger;
        this.peer = peer;
        this.transfers = new TransferDesk(ledger);
    }

    /** Meets once. What was exchanged before something went wrong is kept. */
    public MeetingReport meet(Progress progress) throws PeerException {
        MeetingNotes notes = new MeetingNotes();
        String known = sizes().equals(carried) ? knownList : "";
        Optional<LogList> theirs = peer.logs(known);
        notes.exchanged(1);
        if (theirs.isPresent()) {
            exchange(theirs.get(), progress, notes);
        }
        return notes.report();
    }

    private void exchange(LogList list, Progress progress, MeetingNotes notes) throws PeerException {
        // What comes to be during the meeting may have missed it; so it counts as news at the next.
        Map<String, Long> before = sizes();
        Map<String, HeldLog> theirs = list.logs().stream().collect(Collectors.toMap(HeldLog::origin, held -> held));
        String countyOrigin = ledger.node().county().name();
        if (!ledger.node().isCounty()) {
            otherLogs(countyOrigin::equals, theirs, progress, notes);
            witnessCounty(Optional.ofNullable(theirs.get(countyOrigin)));
        }
        ownLog(Optional.ofNullable(theirs.get(ledger.log().origin())), progress, notes);
        otherLogs(origin -> !origin.equals(countyOrigin), theirs, progress, notes);
        tellForks(theirs, notes);
        transfers.receiveArrived();
        knownList = list.digest();
        carried = before;
    }

    private void otherLogs(Predicate<String> which, Map<String, HeldLog> theirs, Progress progress, MeetingNotes notes)
            throws PeerException {
        for (Volume volume : ledger.books().volumes()) {
            if (which.test(volume.origin())
                    && !volume.origin().equals(ledger.log().origin())) {
                otherLog(volume, Optional.ofNullable(theirs.get(volume.origin())), progress, notes);
            }
        }
        posted();
    }

    /** Whoever holds a log without having seen that it was forked is shown what is known here. */
    private void tellForks(Map<String, HeldLog> theirs, MeetingNotes notes) throws PeerException {
        ForkNews news = new ForkNews(peer, notes);
        for (Volume volume : ledger.books().volumes()) {
            HeldLog held = theirs.get(volume.origin());
            Optional<LogView> log = ledger.log(volume);
            Optional<ForkProof> proof = log.flatMap(ForkProof::keptWith);
            if (held != null && !held.frozen() && proof.isPresent()) {
                news.tell(log.get(), proof.get(), volume.key(), held);
            }
        }
    }

    /** Waits until what came is posted. */
    private void posted() throws PeerException {
        try {
            ledger.arrived().join();
        } catch (CompletionException e) {
            throw new PeerException(
                    PeerException.Code.DISK, "what came is not posted yet, since this node cannot read or store it", e);
        }
    }

    /** What this node could bring: if it is as it was after the last meeting, only the other side can have news. */
    private Map<String, Long> sizes() {
        Map<String, Long> sizes = new HashMap<>();
        sizes.put(ledger.log().origin(), ledger.log().size());
        ledger.mirrors()
                .all()
                .forEach(
                        mirror -> mirror.complete().ifPresent(complete -> sizes.put(mirror.origin(), complete.size())));
        return sizes;
    }

    /** A node that is held back or frozen brings and fetches what is there, and adds nothing to its own log. */
    private boolean writes() {
        return !ledger.node().isHeldBack() && ledger.fork().isEmpty();
    }

    private void witnessCounty(Optional<HeldLog> theirs) throws PeerException {
        if (writes()) {
            Optional<SignedCheckpoint> shown = theirs.isPresent()
                    ? Optional.of(verified(theirs.get(), ledger.node().county()))
                    : Optional.empty();
            new CountyWitness(ledger).see(shown);
        }
    }

    static Optional<Long> cosignedAt(SignedCheckpoint signed, Vkey cosigner) {
        try {
            return signed.cosignedAtSeconds(cosigner);
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    private SignedCheckpoint verified(HeldLog theirs, Vkey key) throws PeerException {
        try {
            return SignedCheckpoint.of(theirs.checkpoint(), key);
        } catch (LogException e) {
            throw new PeerException(
                    PeerException.Code.MISBEHAVED,
                    peer.name() + " shows a checkpoint that " + key.name() + " did not sign",
                    e);
        }
    }

    private void ownLog(Optional<HeldLog> held, Progress progress, MeetingNotes notes) throws PeerException {
        SignedCheckpoint ours = ledger.shownCheckpoint();
        if (held.isPresent()) {
            SignedCheckpoint theirs = verified(held.get(), ledger.node().log());
            if (!new OwnLogElsewhere(ledger, peer).isBeginning(theirs, ours, notes)) {
                return;
            }
            vouchedFor(theirs, notes);
        }
        long theirSize = held.map(HeldLog::claimedSize).orElse(0L);
        boolean bothKnowFork =
                ledger.fork().isPresent() && held.map(HeldLog::frozen).orElse(false);
        if (!bothKnowFork && theirSize < Math.min(ours.size(), ownCountingSize())) {
            push(ledger.log(), ours, theirSize, progress, notes);
        }
    }

    /** How many entries of this node's own log count. */
    private long ownCountingSize() {
        return ledger.books().volumes(ledger.node().branch()).stream()
                .filter(volume -> volume.origin().equals(ledger.log().origin()))
                .mapToLong(Volume::countingSize)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** The county's signature under this node's own log, where the list has one. */
    private void vouchedFor(SignedCheckpoint theirs, MeetingNotes notes) {
        Optional<Vkey> cosigner = ledger.books().cosigner(0);
        Optional<Long> at = cosigner.flatMap(key -> cosignedAt(theirs, key));
        if (at.isPresent()) {
            theirs.note().signatures().stream()
                    .filter(cosigner.get()::claimedBy)
                    .forEach(line -> ledger.cosigned(cosigner.get(), line));
            notes.countyHolds(new Vouched(theirs.size(), at.get()));
        }
    }

    private void otherLog(Volume volume, Optional<HeldLog> held, Progress progress, MeetingNotes notes)
            throws PeerException {
        Optional<SignedCheckpoint> ours = ledger.log(volume).flatMap(Meeting::complete);
        long ourSize = ours.map(SignedCheckpoint::size).orElse(0L);
        long theirSize = held.map(HeldLog::claimedSize).orElse(0L);
        if (held.isPresent()
                && ours.isPresent()
                && theirSize <= ourSize
                && contradict(volume, held.get(), ours.get())) {
            frozen(volume, held.get(), ours.get(), notes);
        } else if (held.isPresent() && theirSize > ourSize && ourSize < volume.countingSize()) {
            pull(ledger.mirrors().of(volume.key()), volume.key(), held.get(), progress, notes);
        } else if (ours.isPresent()
                && theirSize < Math.min(ourSize, volume.countingSize())
                && !held.map(HeldLog::frozen).orElse(false)) {
            push(ledger.log(volume).orElseThrow(), ours.get(), theirSize, progress, notes);
        }
    }

    static Optional<SignedCheckpoint> complete(LogView log) {
        return log instanceof Mirror mirror ? mirror.complete() : Optional.of(log.latestCheckpoint());
    }

    private boolean contradict(Volume volume, HeldLog theirs, SignedCheckpoint ours) throws PeerException {
        LogView log = ledger.log(volume).orElseThrow();
        boolean same = theirs.checkpoint().text().equals(ours.note().text());
        return !same
                && !log.root(theirs.claimedSize())
                        .equals(verified(theirs, volume.key()).root());
    }

    private void frozen(Volume volume, HeldLog theirs, SignedCheckpoint ours, MeetingNotes notes) throws PeerException {
        Mirror mirror = ledger.mirrors().of(volume.key());
        if (mirror.fork().isEmpty()) {
            LOGGER.error("the log {} was forked; the copy of it is frozen", mirror.origin());
            mirror.freeze(Forks.between(verified(theirs, volume.key()), ours, mirror));
            notes.forked(mirror.origin());
        }
    }

    private void pull(Mirror mirror, Vkey key, HeldLog theirs, Progress progress, MeetingNotes notes)
            throws PeerException {
        if (mirror.fork().isPresent()) {
            return;
        }
        PullOutcome outcome = new Pull(peer, postingAlong(mirror, progress)).fetch(mirror, key, theirs);
        notes.came(outcome.traffic());
        if (outcome instanceof PullOutcome.Forked) {
            LOGGER.error("the log {} was forked; the copy of it is frozen", mirror.origin());
            notes.forked(mirror.origin());
        }
    }

    /** What is stored is posted while the rest is still on its way; nobody waits for it before the end. */
    private Progress postingAlong(Mirror mirror, Progress progress) {
        AtomicLong told = new AtomicLong(mirror.size());
        return (done, total) -> {
            progress.reached(done, total);
            long stored = mirror.size();
            if (told.getAndSet(stored) < stored) {
                CompletableFuture<Void> unused = ledger.arrived();
            }
        };
    }

    private void push(LogView log, SignedCheckpoint checkpoint, long theirSize, Progress progress, MeetingNotes notes)
            throws PeerException {
        Optional<Vkey> cosigner = ledger.books().cosigner(0);
        PushOutcome outcome = new Push(peer, progress).bring(log, checkpoint, theirSize, cosigner);
        notes.went(outcome.traffic());
        if (outcome instanceof PushOutcome.Held heldNow
                && log.origin().equals(ledger.log().origin())) {
            for (NoteSignature line : heldNow.cosignatures()) {
                cosigner.ifPresent(key -> ledger.cosigned(key, line));
                notes.countyHolds(new Vouched(checkpoint.size(), Cosignature.timeSeconds(line)));
            }
        } else if (outcome instanceof PushOutcome.Refused refused) {
            notes.refused(log.origin() + ": " + refused.reason() + ", " + refused.sentence());
            if (log.origin().equals(ledger.log().origin())) {
                refused.fork().ifPresent(proof -> new OwnLogElsewhere(ledger, peer).believe(proof, notes));
            }
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}
