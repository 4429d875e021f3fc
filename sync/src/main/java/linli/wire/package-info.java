/**
 * The wire: the messages that two nodes exchange, as bytes.
 *
 * <p>One class is one message, and it is the only place that knows how the message is spelt: the forms of tlog-witness,
 * tlog-mirror and tlog-proof, of which the latter two may still change, and Linli's own list of logs and transfer slip. All
 * of them are shown in {@code docs/wire.md}. This package knows {@code linli.log} and bytes; it knows no HTTP, no files, and
 * not what entries mean.
 *
 * <p>What comes from a peer is read to the letter and within {@link linli.wire.WireLimits}; anything else is a {@link
 * linli.wire.WireException}. A message that was read says nothing yet: its signatures and proofs are for the reader to check.
 */
@org.jspecify.annotations.NullMarked
package linli.wire;
