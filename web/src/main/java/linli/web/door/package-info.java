/**
 * HTTP itself, for pages, the API and other nodes alike: bodies and their limit, JSON, what is answered instead of an answer, the
 * request log.
 *
 * <p>This package knows nobody who asks and nothing of what is asked for.
 */
@org.jspecify.annotations.NullMarked
package linli.web.door;
