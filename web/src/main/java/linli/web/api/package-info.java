/**
 * The JSON API under {@code /api/v1}: a room for each resource, and the description of all of them.
 *
 * <p>The door is {@link linli.web.api.Api}. A resource turns requests into questions to the books and the office, and into events for
 * the ledger; it decides nothing about hours or points. Its words stay when those of the program change.
 */
@org.jspecify.annotations.NullMarked
package linli.web.api;
