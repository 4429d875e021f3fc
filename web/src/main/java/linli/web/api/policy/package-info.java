/** What the county has decided: what hours are worth, and what takes two. */
@org.jspecify.annotations.NullMarked
package linli.web.api.policy;
