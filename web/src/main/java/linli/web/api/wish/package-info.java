/** Wishes, orders, repairs, calls for help and suggestions: asked for, taken on, done, confirmed; also across branches. */
@org.jspecify.annotations.NullMarked
package linli.web.api.wish;
