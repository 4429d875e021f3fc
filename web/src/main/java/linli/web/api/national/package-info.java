/** The national volunteer system: records on their way there, and its answers. */
@org.jspecify.annotations.NullMarked
package linli.web.api.national;
