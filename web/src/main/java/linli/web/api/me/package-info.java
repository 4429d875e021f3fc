/** What volunteers may ask about themselves. */
@org.jspecify.annotations.NullMarked
package linli.web.api.me;
