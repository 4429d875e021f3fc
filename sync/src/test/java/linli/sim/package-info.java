/**
 * A deterministic simulator: a county and its branches in one thread, in a time of their own, through everything that can happen
 * to networks, disks, clocks and people. What it drives is the real ledger, the real desk and the real meetings.
 *
 * <p>A seed chooses everything, so it replays everything. The door is {@link linli.sim.Simulation}.
 */
@org.jspecify.annotations.NullMarked
package linli.sim;
