/**
 * Everything the node says over HTTP: the my-hours page, the JSON API, the log's tiles.
 *
 * <p>The door is {@link linli.web.WebApplication}. This package turns requests into questions to the ledger and answers into bytes;
 * it decides nothing about hours or points.
 */
@org.jspecify.annotations.NullMarked
package linli.web;
