/**
 * Who is there: signing in with a volunteer number and a PIN, limited tries, sessions, and the tokens that prove a form to be ours.
 *
 * <p>The door is {@link linli.web.session.SignIn}; {@link linli.web.session.Sessions} and {@link linli.web.session.FormTokens} are
 * its keys. Everything is in memory, bounded, and gone with the process. This package knows no HTTP.
 */
@org.jspecify.annotations.NullMarked
package linli.web.session;
