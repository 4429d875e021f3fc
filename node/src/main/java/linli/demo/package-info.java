/**
 * A plausible year of a county's communities, made from a seed and recorded through the same doors as real input: to try Linli,
 * to show it, to measure it.
 *
 * <p>{@link linli.demo.DemoYear} tells the year of one community, {@link linli.demo.DemoPost} carries slips between the years of
 * several, {@link linli.demo.DemoLife} goes on when the year is over, {@link linli.demo.DemoTotals} counts what there is. Each day
 * has an agenda, on which every desk puts what happens there; what is to happen how often is drawn before. Every person and
 * every unit in it is invented.
 */
@org.jspecify.annotations.NullMarked
package linli.demo;
