/** The community's points shop: its shelf, its stock, what goes over the counter, and the coupons for services. */
@org.jspecify.annotations.NullMarked
package linli.web.api.shop;
