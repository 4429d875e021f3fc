/**
 * Reconciling by USB stick: the messages of the wire as files in a folder, carried by hand and answered by a signed receipt.
 *
 * <p>The doors are {@link linli.bundle.BundleWriter} and {@link linli.bundle.BundleReader}. A stick is believed as little as any
 * peer: a bundle is checked whole before the desk ({@link linli.mirror.MirrorDesk}) sees any of it, and the desk checks again. The
 * format is in {@code docs/sticks.md}.
 */
@org.jspecify.annotations.NullMarked
package linli.bundle;
