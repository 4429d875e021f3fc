/**
 * Lists: cut into pages, and written as JSON or as a table for a spreadsheet.
 *
 * <p>The door is {@link linli.web.list.Paging}. A route hands over its rows and how one of them is told; the rest is the same for all
 * lists.
 */
@org.jspecify.annotations.NullMarked
package linli.web.list;
