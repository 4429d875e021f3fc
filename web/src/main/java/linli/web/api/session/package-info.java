/** Signing in and out, for programs. */
@org.jspecify.annotations.NullMarked
package linli.web.api.session;
