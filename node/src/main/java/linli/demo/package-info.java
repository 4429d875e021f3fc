/**
 * A plausible year of a county, made from a seed and recorded through the same doors as real input: to try Linli, to show it, to
 * measure it. {@link linli.demo.DemoYear} is the door. Every person in it is invented.
 */
@org.jspecify.annotations.NullMarked
package linli.demo;
