/**
 * How reconciling stands, as it is shown and told: one answer for the line at the foot of every page, the page and the JSON API.
 *
 * <p>The door is {@link linli.web.sync.SyncBoard}. This package knows no HTTP and no language.
 */
@org.jspecify.annotations.NullMarked
package linli.web.sync;
