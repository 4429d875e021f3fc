/**
 * A volunteer's own hours as they are shown and told: one set of queries for the page and for the JSON API.
 *
 * <p>The door is {@link linli.web.hours.MyHours}. This package knows no HTTP and no language.
 */
@org.jspecify.annotations.NullMarked
package linli.web.hours;
