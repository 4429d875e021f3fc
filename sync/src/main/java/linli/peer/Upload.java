package linli.peer;

import java.util.concurrent.atomic.AtomicLong;
import linli.log.LogView;
import linli.log.Progress;
import linli.log.Tile;
import linli.mirror.Reply;
import linli.peer.PeerException.Code;
import linli.wire.AddEntriesHeader;
import linli.wire.MirrorInfo;
import linli.wire.Ticket;
import linli.wire.WireLimits;

/**
 * Brings entries, request after request, until the peer says that it has all of them. While one request is on its way, the
 * next is read and proven.
 *
 * <p>A peer may keep less than it was sent, or have lost something: it says where to go on. One that again and again keeps
 * nothing is given up.
 */
final class Upload implements AutoCloseable {
    private static final int GO_ON = 202;
    private static final int CONFLICT = 409;
    private static final int MOST_IDLE_ROUNDS = 4;
    private static final long REQUEST_ENTRIES = (long) WireLimits.REQUEST_PACKAGES * Tile.FULL_WIDTH;

    private final Peer peer;
    private final String origin;
    private final long end;
    private final Meter meter;
    private final Progress progress;
    private final PackagesAhead packages;
    private int idleRounds;

    /** How it ended: with this answer, or because the peer has a head that we do not reach. */
    record Ending(Reply reply, long peerSize) {}

    /** Brings the entries of {@code log} up to {@code end}, which is the size of the peer's pending checkpoint. */
    Upload(Peer peer, LogView log, long end, Meter meter, Progress progress) {
        this.peer = peer;
        this.origin = log.origin();
        this.end = end;
        this.meter = meter;
        this.progress = progress;
        this.packages = new PackagesAhead(log, end);
    }

    /** Brings the entries from {@code held} on, or from where the peer says. */
    Ending run(long held) throws PeerException {
        // One small question first where there is much to send: an earlier push may have brought a part of it.
        PackageRun run = end - held > REQUEST_ENTRIES ? PackageRun.none() : packages.from(held);
        Reply reply = send(run, Ticket.NONE);
        while (reply.status() == GO_ON || reply.status() == CONFLICT) {
            MirrorInfo info = info(reply);
            if (info.usableSize() > end) {
                return new Ending(reply, info.usableSize());
            }
            // A mirror may have more already, if somebody else brings the log too.
            long next = Math.min(info.nextEntry(), end);
            noteProgress(reply.status() == GO_ON && next >= run.leastNext());
            progress.reached(next, end);
            run = packages.from(next);
            reply = send(run, info.ticket());
        }
        return new Ending(reply, end);
    }

    private MirrorInfo info(Reply reply) throws PeerException {
        return Refusals.understood(peer.name(), () -> MirrorInfo.ofBytes(reply.body()));
    }

    private void noteProgress(boolean further) throws PeerException {
        idleRounds += further ? 0 : 1;
        if (idleRounds > MOST_IDLE_ROUNDS) {
            throw new PeerException(
                    Code.MISBEHAVED, peer.name() + " keeps nothing of what it is sent; it is left alone for now");
        }
    }

    private Reply send(PackageRun run, Ticket ticket) throws PeerException {
        AddEntriesHeader header = new AddEntriesHeader(origin, run.start(), run.end(), ticket);
        AtomicLong sent = new AtomicLong();
        Reply reply = peer.addEntries(out -> {
            CountedStream counted = new CountedStream(out);
            run.writeTo(counted, header);
            sent.set(counted.bytes());
        });
        meter.exchanged(sent.get(), reply.body().length);
        meter.entries(run.stop() - run.start());
        return reply;
    }

    @Override
    public void close() {
        packages.close();
    }
}
