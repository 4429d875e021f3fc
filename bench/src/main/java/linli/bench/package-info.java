/**
 * Measures Linli's speed beside the bounds it is held against, in the same run on the same machine. Plain programs, no part of
 * what is shipped; {@code docs/performance.md} says how to read them.
 */
@NullMarked
package linli.bench;

import org.jspecify.annotations.NullMarked;
