package linli.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import linli.log.Tile;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.peer.EntriesBody;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.wire.LogList;
import linli.wire.WireException;
import org.jspecify.annotations.Nullable;

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
    private @Nullable LogList given;
    private volatile long meeting;

    /** Who sends: a machine that may lose its power in the middle, and then sends nothing more. */
    interface Sender {
        boolean connectedTo(SimNode other);

        boolean isRunning();
    }

    /** What is sent, as a desk takes it. */
    private interface Message {
        Reply reach(MirrorDesk desk);
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
        LogList list = list(reach(fate), fate);
        boolean same = list.digest().equals(known);
        arrives(fate);
        byte[] answer = told(fate, list.toBytes());
        return same ? Optional.empty() : Optional.of(read(answer));
    }

    /** As it is, or as it was when it was asked for before: what is new may come just after the answer was written. */
    private LogList list(MirrorDesk desk, Fate fate) {
        LogList before = given;
        LogList now = desk.logs();
        given = now;
        return before != null && fate.happens(network.weather.old(), Seen.ANSWER_OLD) ? before : now;
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
        // Several threads ask for tiles, some of them longer than the meeting lasts: they must not count messages.
        Fate fate = new Fate(Lot.of(meeting, log, tile.path()), network.tally);
        byte[] bytes = reach(fate)
                .tile(log, tile)
                .orElseThrow(() -> new PeerException(PeerException.Code.REFUSED, "no such tile"));
        arrives(fate);
        return told(fate, bytes);
    }

    @Override
    public Reply addCheckpoint(byte[] body) throws PeerException {
        Fate fate = fate("add-checkpoint");
        Message message = desk -> checkpoint(desk, body);
        return send(fate, message, message);
    }

    @Override
    public Reply addEntries(EntriesBody body) throws PeerException {
        Fate fate = fate("add-entries");
        byte[] bytes = written(body);
        return send(
                fate,
                desk -> entries(desk, bytes, Body.whole(bytes)),
                desk -> entries(desk, bytes, onTheWay(desk, fate, bytes)));
    }

    /**
     * Sends a message.
     *
     * @param whole how it is taken where nothing happens to it
     * @param now how it is taken this time
     */
    private Reply send(Fate fate, Message whole, Message now) throws PeerException {
        MirrorDesk desk = reach(fate);
        if (fate.happens(network.weather.delayed(), Seen.REQUEST_DELAYED)) {
            network.keepForLater(() -> late(whole));
            throw new PeerException(PeerException.Code.TOO_SLOW, "nothing is heard of " + to.name());
        }
        if (fate.happens(network.weather.again(), Seen.MESSAGE_AGAIN)) {
            network.keepForLater(() -> late(whole));
        }
        if (fate.happens(network.weather.twice(), Seen.MESSAGE_TWICE)) {
            whole.reach(desk);
        }
        return answered(fate, now.reach(desk));
    }

    private String late(Message message) {
        return to + " " + to.desk().map(message::reach).map(Reply::status);
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

    private InputStream onTheWay(MirrorDesk desk, Fate fate, byte[] bytes) {
        if (fate.happens(network.weather.cut(), Seen.BODY_CUT)) {
            return Body.cut(bytes, fate.lot());
        }
        return fate.happens(network.weather.crossed(), Seen.MESSAGES_CROSS)
                ? Body.crossed(bytes, fate.lot(), () -> meanwhile(desk, fate, bytes))
                : Body.whole(bytes);
    }

    /** Something that was sent before comes only now; where there is nothing, the same entries come from somebody else. */
    private void meanwhile(MirrorDesk desk, Fate fate, byte[] bytes) {
        if (network.hasLateMail()) {
            network.takeLateMail(fate.lot()).deliver();
        } else {
            entries(desk, bytes, Body.whole(bytes));
        }
    }

    private Fate fate(String message) {
        int nth = sent.merge(message, 1, Integer::sum);
        return new Fate(Lot.of(meeting, message, nth), network.tally);
    }

    private MirrorDesk reach(Fate fate) throws PeerException {
        if (!from.isRunning() || !from.connectedTo(to)) {
            throw new PeerException(PeerException.Code.UNREACHABLE, to.name() + " is not reached");
        }
        if (fate.happens(network.weather.lost(), Seen.REQUEST_LOST)) {
            throw new PeerException(PeerException.Code.UNREACHABLE, "lost on the way to " + to.name());
        }
        return to.desk().orElseThrow(() -> new PeerException(PeerException.Code.UNREACHABLE, to.name() + " is down"));
    }

    private void arrives(Fate fate) throws PeerException {
        if (to.disk().powerLost()) {
            throw new PeerException(PeerException.Code.UNREACHABLE, to.name() + " went down");
        }
        if (fate.happens(network.weather.unanswered(), Seen.ANSWER_LOST)) {
            throw new PeerException(PeerException.Code.UNREACHABLE, "no answer from " + to.name());
        }
        if (fate.happens(network.weather.slow(), Seen.ANSWER_TOO_LATE)) {
            throw new PeerException(PeerException.Code.TOO_SLOW, to.name() + " takes too long");
        }
    }

    private Reply answered(Fate fate, Reply reply) throws PeerException {
        to.settle();
        arrives(fate);
        return new Reply(reply.status(), reply.mediaType(), told(fate, reply.body()));
    }

    private byte[] told(Fate fate, byte[] bytes) {
        return fate.happens(network.weather.lies(), Seen.ANSWER_CHANGED) ? fate.changed(bytes) : bytes;
    }

    @Override
    public void close() {
        sent.clear();
    }
}
