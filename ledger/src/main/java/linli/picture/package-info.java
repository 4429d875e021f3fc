/**
 * Pictures of what the points shop offers: files beside the log, named after their content.
 *
 * <p>The door is {@link linli.picture.Pictures}. It knows nothing of items: which picture is whose is in the ledger.
 */
@org.jspecify.annotations.NullMarked
package linli.picture;
