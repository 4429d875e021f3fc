/**
 * Who asks, and whether they may: once for each request, before any resource sees it.
 *
 * <p>The door is {@link linli.web.caller.Caller}. {@link linli.web.caller.Visitors} finds out who it is by cookies or a bearer token,
 * and {@link linli.web.caller.Gate} holds that against the {@link linli.web.caller.Allowed} of the route. Roles are read from the books
 * every time. What may be done with which points and hours is for the ledger's rules to say, not for this package.
 */
@org.jspecify.annotations.NullMarked
package linli.web.caller;
