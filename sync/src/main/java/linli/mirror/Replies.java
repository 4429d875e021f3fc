package linli.mirror;

import java.util.Optional;
import linli.log.ForkProof;
import linli.log.LogException;
import linli.log.Mirror;
import linli.log.NoteSignature;
import linli.log.SignedCheckpoint;
import linli.wire.CosignatureLines;
import linli.wire.MediaTypes;
import linli.wire.MirrorInfo;
import linli.wire.Ticket;
import linli.wire.TreeSize;
import linli.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers of tlog-witness and tlog-mirror, each in its one form. */
final class Replies {
    private static final Logger LOGGER = LoggerFactory.getLogger(Replies.class);

    private static final int OK = 200;
    private static final int GO_ON = 202;
    private static final int MALFORMED = 400;
    private static final int REFUSED = 403;
    private static final int UNKNOWN = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int UNPROVEN = 422;
    private static final int BUSY = 503;
    private static final int NO_ROOM = 507;

    private Replies() {}

    /** All is well, and this node says so under its key; without a line it took the message and vouches for nothing. */
    static Reply taken(Optional<NoteSignature> line) {
        byte[] body = new CosignatureLines(line.stream().toList()).toBytes();
        return new Reply(OK, MediaTypes.TEXT, body);
    }

    static Reply size(long size) {
        return new Reply(CONFLICT, MediaTypes.TREE_SIZE, new TreeSize(size).toBytes());
    }

    /** What came was kept; there is more to send up to the checkpoint of this size. */
    static Reply goOn(Mirror mirror, long end) {
        return info(GO_ON, mirror, end);
    }

    /** These entries are not the ones that are wanted. */
    static Reply otherwise(Mirror mirror, long end) {
        return info(CONFLICT, mirror, end);
    }

    private static Reply info(int status, Mirror mirror, long end) {
        long head = mirror.head().map(SignedCheckpoint::size).orElse(0L);
        long usable = mirror.isAccepted(end) ? end : head;
        return new Reply(status, MediaTypes.MIRROR_INFO, new MirrorInfo(usable, mirror.next(), Ticket.NONE).toBytes());
    }

    static Reply unknownLog() {
        return Reply.refusal(UNKNOWN, "the county has not enrolled this log, as far as this node has heard");
    }

    static Reply nothingPending() {
        return Reply.refusal(UNPROVEN, "no checkpoint of this log is pending here; send add-checkpoint first");
    }

    static Reply oldTooLarge() {
        return Reply.refusal(MALFORMED, "the old size is above that of the checkpoint");
    }

    static Reply unproven() {
        return Reply.refusal(UNPROVEN, "nothing proves this to be of the log that is known here; none of it was kept");
    }

    /** For people in a sentence; behind a blank line the proof, which whoever writes that log must see to stop. */
    static Reply forked(String origin, ForkProof proof) {
        return Reply.refusal(
                REFUSED,
                "fork: the key of " + origin
                        + " signed two checkpoints that no one log can have; the log is frozen here\n\n"
                        + proof.toText().stripTrailing());
    }

    static Reply ended(long size) {
        return Reply.refusal(REFUSED, "the county ended this log at size " + size + "; nothing behind that counts");
    }

    static Reply ownLog() {
        return Reply.refusal(REFUSED, "this is the node's own log, which nobody else writes");
    }

    static Reply tooManyUploads() {
        return Reply.refusal(BUSY, "too many others are sending entries at this moment; try again in a minute");
    }

    /** The answer to a message that is none. */
    static Reply unreadable(WireException e) {
        int status = e.code() == WireException.Code.TOO_LARGE ? TOO_LARGE : MALFORMED;
        return Reply.refusal(status, sentence(e));
    }

    /** The answer when a log could not take something; what is wrong with this node's own disk stays here. */
    static Reply refused(LogException e) {
        return switch (e.code()) {
            case MALFORMED -> Reply.refusal(MALFORMED, sentence(e));
            case BAD_SIGNATURE, WRONG_ORIGIN ->
                Reply.refusal(REFUSED, "the log's own key did not sign this checkpoint");
            case FULL, FROZEN -> Reply.refusal(REFUSED, sentence(e));
            case BAD_PROOF -> unproven();
            case DISK -> own(e, NO_ROOM, "this node's disk is full or failing; its keeper must look at it");
            default -> own(e, BUSY, "this node cannot take the log at this moment; its keeper must look at it");
        };
    }

    private static Reply own(LogException e, int status, String sentence) {
        LOGGER.error("A log brought by another node could not be taken: {}", e.getMessage());
        return Reply.refusal(status, sentence);
    }

    /** Both exceptions have a message, fit to be told to anybody. */
    private static String sentence(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
