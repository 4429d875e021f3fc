/**
 * A node's secret keys as files, the short PINs of people at a kiosk, and the passwords of staff: everything that is protected by
 * a secret somebody remembers.
 *
 * <p>The doors are {@link linli.keys.Keyring}, {@link linli.keys.PinHash} and {@link linli.keys.PasswordHash}. This package knows
 * nothing of what the keys sign or seal, and no secret ever appears in a message or a {@code toString}.
 */
@org.jspecify.annotations.NullMarked
package linli.keys;
