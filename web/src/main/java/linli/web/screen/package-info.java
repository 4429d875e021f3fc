/**
 * The routes that answer with pages, and the files that pages refer to.
 *
 * <p>Every route of this package is for anybody: a page says itself what to do for somebody who is not signed in. What is on a page
 * comes from {@link linli.web.hours} and {@link linli.web.sync}, how it looks from {@link linli.web.page}.
 */
@org.jspecify.annotations.NullMarked
package linli.web.screen;
