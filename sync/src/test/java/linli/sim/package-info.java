/**
 * A deterministic simulator: a county and its branches in one thread, in a time of their own, through everything that can happen
 * to networks, disks, clocks and people. What it drives is the real ledger, the real desk and the real meetings.
 *
 * <p>At every office people do all that can be done there, and try what cannot: each {@link linli.sim.Desk} draws its acts, the
 * {@link linli.sim.Scribe} holds the node to its answers. What the accounts then say is added up from the rows that say why
 * ({@code PointsProof}, {@code ShopProof}, {@code WishProof}), beside what an audit adds up.
 *
 * <p>A seed chooses everything, so it replays everything. The door is {@link linli.sim.Simulation}.
 */
@org.jspecify.annotations.NullMarked
package linli.sim;
