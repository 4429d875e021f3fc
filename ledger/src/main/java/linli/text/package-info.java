/**
 * Plain text for people at a terminal: tables that stay aligned with Chinese in them, and progress bars.
 *
 * <p>This package knows nothing of volunteers, points or logs.
 */
@org.jspecify.annotations.NullMarked
package linli.text;
