package linli.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.log.HeadAnswer;
import linli.log.LogException;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;
import linli.log.Tile;
import linli.wire.AddCheckpoint;
import linli.wire.AddEntriesHeader;
import linli.wire.LogList;
import linli.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node answers to another that brings a log or asks for one (tlog-witness, tlog-mirror, tlog-tiles), however it travels.
 * Whoever asks is known to be a node of the county; what it says is believed only when it is proven.
 *
 * <p>Safe for any number of threads. What was acknowledged is durable.
 */
public final class MirrorDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(MirrorDesk.class);

    /** Each upload holds one package at most, of four megabytes in the worst case. */
    private static final int MOST_UPLOADS = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Holdings holdings;
    private final OwnLog own;
    private final Cosigning cosigning;
    private final Semaphore uploads = new Semaphore(MOST_UPLOADS);
    private volatile LogList listed = new LogList(List.of());

    /**
     * The desk of one node.
     *
     * @param cosigner the key with which it vouches for what it stores
     * @param alarm is told when this node has lost the end of its own log; may be called many times
     */
    public MirrorDesk(Ledger ledger, Cosigner cosigner, OwnLogAlarm alarm) {
        this.ledger = ledger;
        this.holdings = new Holdings(ledger);
        this.own = new OwnLog(ledger, alarm);
        this.cosigning = new Cosigning(cosigner);
    }

    /**
     * The logs that this node holds, each with the newest checkpoint whose entries are all here. While nothing has changed it is
     * the same object, so that whoever made something of it need not make it again.
     *
     * <p>The county's own log has the county's line, an hour old at most: by it branches know what time it is.
     */
    public LogList logs() {
        if (ledger.node().isCounty()) {
            tellTime();
        }
        LogList before = listed;
        LogList now = new LogList(holdings.all().map(Holdings.Held::listed).toList());
        if (now.equals(before)) {
            return before;
        }
        listed = now;
        return now;
    }

    private void tellTime() {
        try {
            cosigning.refreshOwn(ledger);
        } catch (LogException e) {
            LOGGER.warn("The county's time is not told at present: {}", e.getMessage());
        }
    }

    /**
     * The answer to add-checkpoint (tlog-witness). 200 with this node's line when it has every entry of that checkpoint already,
     * 200 without one when the checkpoint is now pending; 400, 403, 404, 409, 413, 422 as the specification says; 403 also for a
     * log that was forked, and for what lies behind the end that the county has set where all before it is here; 503 and 507 when
     * the fault is here.
     *
     * <p>A checkpoint of this node's own log is only compared: 200 when it is of the log, 409 with the own size when it is longer.
     */
    public Reply addCheckpoint(byte[] body) {
        try {
            return answer(AddCheckpoint.ofBytes(body));
        } catch (WireException e) {
            return Replies.unreadable(e);
        } catch (LogException e) {
            return Replies.refused(e);
        }
    }

    private Reply answer(AddCheckpoint brought) {
        String origin = brought.claimed().origin();
        if (own.is(origin)) {
            return own.judge(
                    brought.oldSize(),
                    SignedCheckpoint.of(brought.note(), ledger.node().log()));
        }
        return volume(origin).map(volume -> answer(brought, volume)).orElseGet(Replies::unknownLog);
    }

    private Reply answer(AddCheckpoint brought, Volume volume) {
        SignedCheckpoint signed = SignedCheckpoint.of(brought.note(), volume.key());
        Mirror mirror = ledger.mirrors().of(volume.key());
        long before = completeSize(mirror);
        // A log may have gone on before its end was heard of, and then nobody has a checkpoint of what counts alone.
        if (signed.size() > Math.max(before, volume.countingSize()) && before >= volume.countingSize()) {
            return Replies.ended(volume.countingSize());
        }
        HeadAnswer answer = mirror.accept(brought.oldSize(), brought.consistency(), signed);
        tellIfMore(before, completeSize(mirror));
        return reply(answer, mirror, signed.size());
    }

    private Reply reply(HeadAnswer answer, Mirror mirror, long size) {
        if (answer instanceof HeadAnswer.Accepted) {
            return Replies.taken(cosigning.line(mirror, size));
        }
        if (answer instanceof HeadAnswer.OldTooLarge) {
            return Replies.oldTooLarge();
        }
        if (answer instanceof HeadAnswer.Conflict conflict) {
            return Replies.size(conflict.size());
        }
        if (answer instanceof HeadAnswer.BadProof) {
            return Replies.unproven();
        }
        if (answer instanceof HeadAnswer.Fork) {
            LOGGER.error("The log {} was forked; the copy of it is frozen.", mirror.origin());
        }
        return Replies.forked(mirror.origin(), mirror.fork().orElseThrow());
    }

    /**
     * The answer to add-entries (tlog-mirror), with as much of the body taken as was good: 200 with this node's line when every
     * entry is here, 202 or 409 with what it wants next; 400, 404, 413, 422 as the specification says; 403 for one that was
     * forked, and for entries of this node's own log that are not here, since nobody else writes it; 503 and 507 when the fault is
     * here.
     *
     * @param body is read as long as it is good, a package at a time; a stream that breaks is a body that ends
     */
    public Reply addEntries(InputStream body) {
        if (!uploads.tryAcquire()) {
            return Replies.tooManyUploads();
        }
        try {
            return answer(AddEntriesHeader.readFrom(body), body);
        } catch (WireException e) {
            return Replies.unreadable(e);
        } catch (LogException e) {
            return Replies.refused(e);
        } catch (IOException e) {
            return Reply.refusal(400, "the message broke off before its first package");
        } finally {
            uploads.release();
        }
    }

    private Reply answer(AddEntriesHeader header, InputStream body) {
        if (own.is(header.origin())) {
            return own.needs(header.end()) ? Replies.ownLog() : Replies.taken(Optional.empty());
        }
        return volume(header.origin())
                .map(volume -> ledger.log(volume)
                        .filter(Mirror.class::isInstance)
                        .map(log -> take((Mirror) log, header, body))
                        .orElseGet(Replies::nothingPending))
                .orElseGet(Replies::unknownLog);
    }

    private Reply take(Mirror mirror, AddEntriesHeader header, InputStream body) {
        long before = mirror.size();
        try {
            return new Upload(mirror, header, cosigning).take(body);
        } finally {
            tellIfMore(before, mirror.size());
        }
    }

    /** The newest checkpoint of a log, as a note; the log is named by the lower-case hex SHA-256 of its origin. */
    public Optional<byte[]> checkpoint(String hex) {
        return holdings.find(hex).map(held -> held.newest().toBytes());
    }

    /** A hash tile or an entry bundle (tlog-tiles); empty when the newest checkpoint does not cover all of it. */
    public Optional<byte[]> tile(String hex, Tile tile) {
        return holdings.find(hex)
                .filter(held -> tile.existsAt(held.newest().size()))
                .map(held ->
                        tile.isEntries() ? held.log().bundle(tile) : held.log().tile(tile));
    }

    /** Who brings the county's log brings with it those that it enrols: they are known when it is posted. */
    private Optional<Volume> volume(String origin) {
        return knownVolume(origin).or(() -> {
            waitForPosting();
            return knownVolume(origin);
        });
    }

    private Optional<Volume> knownVolume(String origin) {
        return ledger.books().volumes().stream()
                .filter(volume -> volume.origin().equals(origin))
                .findFirst();
    }

    private void waitForPosting() {
        try {
            ledger.arrived()
                    .completeOnTimeout(null, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            LOGGER.warn("What came is not posted, so a log may seem unknown: {}", e.getMessage());
        }
    }

    private static long completeSize(Mirror mirror) {
        return mirror.complete().map(SignedCheckpoint::size).orElse(0L);
    }

    /** Nobody waits for the posting: the answer is about what is stored. */
    private void tellIfMore(long before, long now) {
        if (now > before) {
            CompletableFuture<Void> unused = ledger.arrived();
        }
    }
}
