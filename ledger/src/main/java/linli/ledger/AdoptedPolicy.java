package linli.ledger;

import linli.entry.EntryId;

/**
 * A policy as the county adopted it.
 *
 * @param version counted from 1
 * @param entry the PolicyAdopted entry
 * @param document the policy as JSON, for {@link Policy#parse}
 */
public record AdoptedPolicy(int version, EntryId entry, String document) {}
