/**
 * Acts: what somebody asks the ledger to write, once, under a key of their own.
 *
 * <p>The door is {@link linli.web.act.Acts}. A route that writes carries {@link linli.web.act.Writes} and hands its event to this
 * package; who asks, under which request id, what a refusal and a repetition look like, is the same for all of them.
 */
@org.jspecify.annotations.NullMarked
package linli.web.act;
