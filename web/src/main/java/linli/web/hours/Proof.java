package linli.web.hours;

import java.time.ZonedDateTime;
import linli.log.InclusionProof;

/**
 * One record as it stands in the log, checked here and now: its own signature, the checkpoint's signature and the path between
 * them.
 *
 * @param hours the record
 * @param signedAt when it was signed, on the county's clock
 * @param origin of the log
 * @param vkey the log's verifier key
 * @param index of the entry in the log, from 0
 * @param size of the tree it is proven in
 * @param root of that tree, base64
 * @param leaf the entry's leaf hash, base64
 * @param carried the proof, to be carried alone
 */
public record Proof(
        Hours hours,
        ZonedDateTime signedAt,
        String origin,
        String vkey,
        long index,
        long size,
        String root,
        String leaf,
        InclusionProof carried) {}
