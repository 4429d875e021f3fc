package linli.sim;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import linli.log.Tile;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.peer.EntriesBody;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.wire.LogList;
import linli.wire.WireException;

/**
 * Another node, reached over a simulated network: the very bytes of each message, and whatever can happen to them.
 *
 * <p>What happens to a message depends on the seed, the message and how often it was sent in this meeting, not on the order in
 * which threads send them; so a seed replays a meeting in which several requests are under way.
 */
final class SimPeer implements Peer {
    private final Sender from;
    private final SimNode to;
    private final Network network;
    private final Map<String, Integer> sent = new HashMap<>();
    private volatile long meeting;

    /** Who sends: a machine that may lose its power in the middle, and then sends nothing more. */
    interface Sender {
        boolean connectedTo(SimNode other);

        boolean isRunning();
    }

    SimPeer(Sender from, SimNode to, Network network) {
        this.from = from;
        this.to = to;
        this.network = network;
    }

    /** Begins another meeting, whose misfortunes follow from this number. */
    SimPeer meeting(long number) {
        meeting = number;
        sent.clear();
        return this;
    }

    @Override
    public String name() {
        return to.name();
    }

    @Override
    public Optional<LogList> logs(String known) throws PeerException {
        Fate fate = fate("logs");
        MirrorDesk desk = reach(fate);
        LogList list = desk.logs();
        boolean same = list.digest().equals(known);
        arrives(fate);
        byte[] answer = told(fate, list.toBytes());
        return same ? Optional.empty() : Optional.of(read(answer));
    }

    private static LogList read(byte[] answer) throws PeerException {
        try {
            return LogList.ofBytes(answer);
        } catch (WireException e) {
            throw new PeerException(PeerException.Code.MISBEHAVED, "no list of logs", e);
        }
    }

    @Override
    public byte[] tile(String log, Tile tile) throws PeerException {
        // Several threads ask for tiles, some of them longer than the meeting lasts: they must not count anything.
        Fate fate = new Fate(Lot.of(meeting, log, tile.path()));
        byte[] bytes = reach(fate)
                .tile(log, tile)
                .orElseThrow(() -> new PeerException(PeerException.Code.REFUSED, "no such tile"));
        arrives(fate);
        return told(fate, bytes);
    }

    @Override
    public Reply addCheckpoint(byte[] body) throws PeerException {
        Fate fate = fate("add-checkpoint");
        MirrorDesk desk = reach(fate);
        if (fate.happens(network.weather.late())) {
            network.tally.count("late message");
            network.keepForLater(() -> late(there -> checkpoint(there, body)));
        }
        if (fate.happens(network.weather.twice())) {
            network.tally.count("duplicate");
            checkpoint(desk, body);
        }
        return answered(fate, checkpoint(desk, body));
    }

    @Override
    public Reply addEntries(EntriesBody body) throws PeerException {
        Fate fate = fate("add-entries");
        MirrorDesk desk = reach(fate);
        byte[] bytes = written(body);
        if (fate.happens(network.weather.late())) {
            network.tally.count("late message");
            network.keepForLater(() -> late(there -> entries(there, bytes, new ByteArrayInputStream(bytes))));
        }
        if (fate.happens(network.weather.twice())) {
            network.tally.count("duplicate");
            entries(desk, bytes, new ByteArrayInputStream(bytes));
        }
        return answered(fate, entries(desk, bytes, onTheWay(fate, bytes)));
    }

    private String late(Function<MirrorDesk, Reply> message) {
        return to + " " + to.desk().map(message).map(Reply::status);
    }

    private Reply checkpoint(MirrorDesk desk, byte[] body) {
        Reply reply = desk.addCheckpoint(body);
        to.promises.answeredCheckpoint(to, body, reply);
        return reply;
    }

    private Reply entries(MirrorDesk desk, byte[] body, InputStream arriving) {
        Reply reply = desk.addEntries(arriving);
        to.promises.answeredEntries(to, body, reply);
        return reply;
    }

    private static byte[] written(EntriesBody body) throws PeerException {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            body.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new PeerException(PeerException.Code.UNREACHABLE, "the body broke off", e);
        }
    }

    /** The whole body, or its beginning, after which the stream ends or breaks. */
    private InputStream onTheWay(Fate fate, byte[] bytes) {
        if (!fate.happens(network.weather.cut())) {
            return new ByteArrayInputStream(bytes);
        }
        network.tally.count("body cut");
        InputStream half = new ByteArrayInputStream(bytes, 0, fate.lot.below(bytes.length));
        return fate.lot.chance(0.5) ? half : new SequenceInputStream(half, new BrokenLine());
    }

    private static final class BrokenLine extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }

    /** What becomes of one message. */
    private record Fate(Lot lot) {
        boolean happens(double share) {
            return lot.chance(share);
        }
    }

    private Fate fate(String message) {
        int nth = sent.merge(message, 1, Integer::sum);
        return new Fate(Lot.of(meeting, message, nth));
    }

    private MirrorDesk reach(Fate fate) throws PeerException {
        if (!from.isRunning() || !from.connectedTo(to)) {
            throw new PeerException(PeerException.Code.UNREACHABLE, to.name() + " is not reached");
        }
        if (fate.happens(network.weather.lost())) {
            network.tally.count("request lost");
            throw new PeerException(PeerException.Code.UNREACHABLE, "lost on the way to " + to.name());
        }
        return to.desk().orElseThrow(() -> new PeerException(PeerException.Code.UNREACHABLE, to.name() + " is down"));
    }

    private void arrives(Fate fate) throws PeerException {
        if (to.disk().powerLost()) {
            throw new PeerException(PeerException.Code.UNREACHABLE, to.name() + " went down");
        }
        if (fate.happens(network.weather.unanswered())) {
            network.tally.count("answer lost");
            throw new PeerException(PeerException.Code.UNREACHABLE, "no answer from " + to.name());
        }
        if (fate.happens(network.weather.slow())) {
            network.tally.count("slow");
            throw new PeerException(PeerException.Code.TOO_SLOW, to.name() + " takes too long");
        }
    }

    private Reply answered(Fate fate, Reply reply) throws PeerException {
        to.settle();
        arrives(fate);
        boolean lie = fate.happens(network.weather.lies());
        return lie ? new Reply(reply.status(), reply.mediaType(), changed(fate, reply.body())) : reply;
    }

    private byte[] told(Fate fate, byte[] bytes) {
        return fate.happens(network.weather.lies()) ? changed(fate, bytes) : bytes;
    }

    private byte[] changed(Fate fate, byte[] bytes) {
        network.tally.count("answer changed");
        byte[] changed = fate.lot.chance(0.3) ? Arrays.copyOf(bytes, fate.lot.below(bytes.length + 1)) : bytes.clone();
        if (changed.length > 0) {
            changed[fate.lot.below(changed.length)] ^= (byte) (1 << fate.lot.below(8));
        }
        return changed;
    }

    @Override
    public void close() {
        sent.clear();
    }
}
