package linli.peer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import linli.log.Hash;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.NoteSignature;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.mirror.Reply;
import linli.peer.PeerException.Code;
import linli.wire.AddCheckpoint;
import linli.wire.CosignatureLines;
import linli.wire.TreeSize;

/**
 * Brings one log, own or a copy, to another node: its newest checkpoint (tlog-witness), then the entries that the other does not
 * have, each run of them proven (tlog-mirror).
 *
 * <p>A push that was broken off goes on where the peer stopped storing. One object is one push after another; not thread-safe.
 */
public final class Push {
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final Peer peer;
    private final Progress progress;

    /** @param progress is told how many entries the peer has, and how many it will */
    public Push(Peer peer, Progress progress) {
        this.peer = peer;
        this.progress = progress;
    }

    /**
     * Brings a log up to a checkpoint.
     *
     * @param newest a checkpoint of this log; every one of its entries is in {@code log}
     * @param held the size that the peer lists for it, 0 if it does not list it; a wrong one costs a request
     * @param cosigner the peer's cosigner key, where it is known
     * @throws PeerException UNREACHABLE, TOO_SLOW, NOT_TRUSTED from the peer; MISBEHAVED when its answers make no sense, its
     *     cosignature does not verify, or it keeps nothing of what it is sent; REFUSED when it takes no such message; DISK
     *     when this node cannot read its log
     */
    public PushOutcome bring(LogView log, SignedCheckpoint newest, long held, Optional<Vkey> cosigner)
            throws PeerException {
        if (held > newest.size()) {
            return new PushOutcome.PeerIsAhead(held, new Meter().read());
        }
        try {
            return new Errand(log, newest, cosigner).run(held);
        } catch (LogException e) {
            throw new PeerException(Code.DISK, "this node cannot read " + log.origin() + ": " + e.getMessage(), e);
        }
    }

    /** One log on its way. */
    private final class Errand {
        private final LogView log;
        private final SignedCheckpoint newest;
        private final Optional<Vkey> cosigner;
        private final Meter meter = new Meter();

        Errand(LogView log, SignedCheckpoint newest, Optional<Vkey> cosigner) {
            this.log = log;
            this.newest = newest;
            this.cosigner = cosigner;
        }

        PushOutcome run(long held) throws PeerException {
            Reply reply = addCheckpoint(held);
            if (reply.status() == CONFLICT) {
                long named = understood(() -> TreeSize.ofBytes(reply.body())).size();
                return named > newest.size()
                        ? new PushOutcome.PeerIsAhead(named, meter.read())
                        : announcedAgain(addCheckpoint(named), named, held);
            }
            return announced(reply, held);
        }

        private PushOutcome announcedAgain(Reply reply, long named, long held) throws PeerException {
            return reply.status() == CONFLICT
                    ? new PushOutcome.Refused(
                            PushOutcome.Reason.STANDS_ELSEWHERE,
                            "it stands at " + named,
                            Optional.empty(),
                            meter.read())
                    : announced(reply, held);
        }

        private PushOutcome announced(Reply reply, long held) throws PeerException {
            if (reply.status() != OK) {
                return refused(reply);
            }
            List<NoteSignature> lines = cosignatures(reply);
            // A mirror signs nothing before it has every entry; of an empty log there is none to bring.
            return lines.isEmpty() && newest.size() > 0 ? addEntries(held) : new PushOutcome.Held(lines, meter.read());
        }

        private Reply addCheckpoint(long oldSize) throws PeerException {
            List<Hash> path = oldSize < newest.size() ? log.consistencyProof(oldSize, newest.size()) : List.of();
            byte[] body = new AddCheckpoint(oldSize, path, newest.note()).toBytes();
            Reply reply = peer.addCheckpoint(body);
            meter.exchanged(body.length, reply.body().length);
            return reply;
        }

        private PushOutcome addEntries(long held) throws PeerException {
            try (Upload upload = new Upload(peer, log, newest.size(), meter, progress)) {
                Upload.Ending ending = upload.run(held);
                if (ending.peerSize() > newest.size()) {
                    return new PushOutcome.PeerIsAhead(ending.peerSize(), meter.read());
                }
                return ending.reply().status() == OK
                        ? new PushOutcome.Held(cosignatures(ending.reply()), meter.read())
                        : refused(ending.reply());
            }
        }

        private List<NoteSignature> cosignatures(Reply reply) throws PeerException {
            List<NoteSignature> lines =
                    understood(() -> CosignatureLines.ofBytes(reply.body())).signatures();
            List<NoteSignature> known = lines.stream()
                    .filter(line -> cosigner.filter(key -> key.claimedBy(line)).isPresent())
                    .toList();
            if (known.stream().anyMatch(line -> !verifies(line))) {
                throw new PeerException(
                        Code.MISBEHAVED, peer.name() + " signed for something else than it was brought");
            }
            return known;
        }

        private boolean verifies(NoteSignature line) {
            return cosigner.filter(key -> key.verifies(newest.note().textBytes(), line.payload()))
                    .isPresent();
        }

        private PushOutcome refused(Reply reply) throws PeerException {
            PushOutcome.Reason reason = Refusals.reason(reply)
                    .orElseThrow(() -> Refusals.unexpected(peer.name(), reply.status(), reply.body()));
            return new PushOutcome.Refused(reason, Said.sentence(reply.body()), Refusals.fork(reply), meter.read());
        }

        private <T> T understood(Supplier<T> reading) throws PeerException {
            return Refusals.understood(peer.name(), reading);
        }
    }
}
