/**
 * Receipts: any signed entry with its place in its log, handed to people as text or QR code, and checked by anybody.
 *
 * <p>The doors are {@link linli.receipt.Receipts}, which makes them, and {@link linli.receipt.Verifier}, which says what one proves. Nothing
 * here knows a language: what was found has a code for each sentence.
 */
@org.jspecify.annotations.NullMarked
package linli.receipt;
