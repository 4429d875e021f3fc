package linli.audit;

import linli.ledger.Replay;

/**
 * What the audits of single logs have in common.
 *
 * @param replay in which all are posted
 * @param accounts that the node has saved
 * @param cosigners whose keys were named in the logs so far
 * @param witness holds what branches saw of the county's log against it
 * @param findings of all
 * @param options how thorough
 * @param progress over all
 */
record Shared(
        Replay replay,
        AccountsAudit accounts,
        Cosigners cosigners,
        WitnessChecks witness,
        Findings findings,
        AuditOptions options,
        AllProgress progress) {}
