/** What people can serve in. */
@org.jspecify.annotations.NullMarked
package linli.web.api.activity;
