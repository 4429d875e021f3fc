/**
 * The entry: one signed record, what it says, and its exact bytes.
 *
 * <p>The door is {@link linli.entry.EntryCodec}. An entry says one {@link linli.entry.Event} of a closed set, in office or by a
 * volunteer ({@link linli.entry.Actor}), and is a COSE_Sign1 bound to its place in one log. This package knows nothing of rules,
 * balances or files. The format is written down in {@code docs/format.md}.
 */
@org.jspecify.annotations.NullMarked
package linli.entry;
