package linli.ledger;

import linli.entry.EntryId;

/**
 * An entry that stands in a log although a rule refuses it. It has no effect on the accounts.
 *
 * @param entry which
 * @param code the rule
 * @param detail a sentence
 */
public record Finding(EntryId entry, Rejection code, String detail) {}
