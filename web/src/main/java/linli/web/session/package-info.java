/**
 * Who is there: signing in with a volunteer number and a PIN or with a handle and a password, limited tries, sessions, and the
 * tokens that prove a form to be ours.
 *
 * <p>The doors are {@link linli.web.session.SignIn} and {@link linli.web.session.Pairing}; {@link linli.web.session.Sessions} and
 * {@link linli.web.session.FormTokens} are their keys. Sessions and tries are in memory, bounded, and gone with the process. A
 * session says who somebody is and never what they may do. This package knows no HTTP.
 */
@org.jspecify.annotations.NullMarked
package linli.web.session;
