/** The reports, as the command line has them. */
@org.jspecify.annotations.NullMarked
package linli.web.api.report;
