package linli.mirror;

import java.time.InstantSource;
import linli.log.Checkpoint;
import linli.log.Cosignature;
import linli.log.NoteSignature;
import linli.log.SigningKey;
import linli.log.Vkey;

/**
 * A node's second key, with which it states that it durably stores every entry of a log up to a checkpoint (tlog-cosignature v1,
 * in the meaning of tlog-mirror).
 */
public final class Cosigner {
    private static final String SUFFIX = "/mirror";

    private final String name;
    private final SigningKey key;
    private final InstantSource clock;

    /** The cosigner of the node whose own log has this origin. */
    public Cosigner(String origin, SigningKey key, InstantSource clock) {
        this.name = origin + SUFFIX;
        this.key = key;
        this.clock = clock;
    }

    public Vkey vkey() {
        return new Vkey(name, Vkey.Role.COSIGNATURE, key.verifyKey());
    }

    /** Signs a checkpoint, now. Only for one whose every entry is durable here. */
    public NoteSignature sign(Checkpoint checkpoint) {
        return Cosignature.sign(
                name, key, checkpoint.toText(), Math.max(1, clock.instant().getEpochSecond()));
    }
}
