/** Receipts: any entry as something to keep and to show, and what such a text proves. */
@org.jspecify.annotations.NullMarked
package linli.web.api.receipt;
