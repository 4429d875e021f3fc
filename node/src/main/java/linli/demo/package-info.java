/**
 * A plausible year of a county's communities, made from a seed and recorded through the same doors as real input: to try Linli,
 * to show it, to measure it. {@link linli.demo.DemoYear} tells the year, {@link linli.demo.DemoTransfer} moves points between
 * communities, {@link linli.demo.DemoLife} goes on with it. Every person in it is invented.
 */
@org.jspecify.annotations.NullMarked
package linli.demo;
