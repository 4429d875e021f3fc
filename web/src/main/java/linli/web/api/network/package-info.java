/** The county and its branches, as far as this node knows of them. */
@org.jspecify.annotations.NullMarked
package linli.web.api.network;
