/**
 * Text for people: tables that stay aligned with Chinese in them, progress bars, codes to be scanned, and tables for a spreadsheet.
 *
 * <p>This package knows nothing of volunteers, points or logs.
 */
@org.jspecify.annotations.NullMarked
package linli.text;
