/** The county's clock: moments as people of the county read them. */
@org.jspecify.annotations.NullMarked
package linli.web.clock;
