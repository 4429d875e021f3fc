package linli.peer;

import java.util.Optional;
import java.util.function.Supplier;
import linli.mirror.Reply;
import linli.peer.PeerException.Code;
import linli.wire.WireException;

/** What a peer's answer means when it is not the one hoped for. */
final class Refusals {
    private Refusals() {}

    /** Why the log itself is not taken; empty when the answer says something else. */
    static Optional<PushOutcome.Reason> reason(Reply reply) {
        return switch (reply.status()) {
            case 403 -> Optional.of(PushOutcome.Reason.NOT_ADMITTED);
            case 404 -> Optional.of(PushOutcome.Reason.UNKNOWN_LOG);
            case 422 -> Optional.of(PushOutcome.Reason.NOT_PROVEN);
            default -> Optional.empty();
        };
    }

    /** An answer that says nothing of the log: the peer is busy or broken, or speaks otherwise than we do. */
    static PeerException unexpected(String peer, Reply reply) {
        String answer = peer + " answered " + reply.status() + ": " + Said.sentence(reply.body());
        return new PeerException(reply.status() < 400 ? Code.MISBEHAVED : Code.REFUSED, answer);
    }

    /** What {@code reading} makes of an answer; one that is not the message it should be is the peer's fault. */
    static <T> T understood(String peer, Supplier<T> reading) throws PeerException {
        try {
            return reading.get();
        } catch (WireException e) {
            throw new PeerException(
                    Code.MISBEHAVED,
                    peer + " gave an answer that is none (" + e.getMessage() + "); see whether its version fits",
                    e);
        }
    }
}
