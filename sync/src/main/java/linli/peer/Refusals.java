package linli.peer;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import linli.log.ForkProof;
import linli.log.LogException;
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

    /** The proof of a fork that an answer shows, to be verified; what is no such proof is none. */
    static Optional<ForkProof> fork(Reply reply) {
        String[] parts = new String(reply.body(), StandardCharsets.UTF_8).split("\n\n", 2);
        try {
            return reply.status() == 403 && parts.length > 1
                    ? Optional.of(ForkProof.ofText(parts[1]))
                    : Optional.empty();
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    /** An answer that says nothing of the log: the peer is busy or broken, does not know us, or speaks otherwise than we do. */
    static PeerException unexpected(String peer, int status, byte[] body) {
        Code code = switch (status) {
            case 401, 403 -> Code.NOT_TRUSTED;
            case 408, 429 -> Code.UNREACHABLE;
            default -> status < 400 ? Code.MISBEHAVED : status < 500 ? Code.REFUSED : Code.UNREACHABLE;
        };
        return new PeerException(code, peer + " answered " + status + ": " + Said.sentence(body));
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
