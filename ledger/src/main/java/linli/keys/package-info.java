/**
 * A node's secret keys as files, and the short PINs of people at a kiosk: everything that is protected by a secret
 * somebody remembers.
 *
 * <p>The doors are {@link linli.keys.Keyring} and {@link linli.keys.PinHash}. This package knows nothing of what the
 * keys sign or seal, and no secret ever appears in a message or a {@code toString}.
 */
@org.jspecify.annotations.NullMarked
package linli.keys;
