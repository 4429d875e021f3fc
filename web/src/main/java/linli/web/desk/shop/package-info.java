/** The points shop as the desk sees it: the shelf and its stock, the counter, coupons, and the closing of a day. */
@org.jspecify.annotations.NullMarked
package linli.web.desk.shop;
