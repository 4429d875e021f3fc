/** Who holds which office. */
@org.jspecify.annotations.NullMarked
package linli.web.api.staff;
