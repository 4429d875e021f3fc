/**
 * The pages of staff: {@link linli.web.desk.DeskPages} is the door. Each route says which office it is for; the rules of the ledger
 * say what that office may do.
 */
@org.jspecify.annotations.NullMarked
package linli.web.desk;
