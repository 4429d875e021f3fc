/**
 * Points between branches: they leave with a signed slip, and arrive once where they were addressed to, by whatever road the slip
 * or the sender's log comes.
 *
 * <p>The door is {@link linli.transfer.TransferDesk}.
 */
@org.jspecify.annotations.NullMarked
package linli.transfer;
