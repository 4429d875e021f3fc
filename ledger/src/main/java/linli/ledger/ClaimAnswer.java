package linli.ledger;

import linli.entry.EntryId;

/**
 * How a branch answered the request of another.
 *
 * @param request the other branch's WishClaimRequested entry
 * @param entry the answer: a WishClaimed or a WishClaimDeclined
 * @param granted which of the two
 */
public record ClaimAnswer(EntryId request, EntryId entry, boolean granted) {}
