/**
 * What volunteers see of themselves, on a device of their own: {@link linli.web.me.MyPages} is the door. Nobody else's record has an
 * address here.
 */
@org.jspecify.annotations.NullMarked
package linli.web.me;
