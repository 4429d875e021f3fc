/**
 * The mirror's desk: what a node answers to others who bring logs or ask for them (tlog-witness, tlog-mirror, tlog-tiles).
 *
 * <p>The door is {@link linli.mirror.MirrorDesk}. It knows messages and ledgers, and nothing of how messages travel.
 */
@org.jspecify.annotations.NullMarked
package linli.mirror;
