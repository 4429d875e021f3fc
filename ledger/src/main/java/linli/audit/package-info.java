/**
 * The audit: whether a node's files are what they must be, from the files alone.
 *
 * <p>The door is {@link linli.audit.Audit}. It trusts nothing that it has not recomputed, knows no secret, and writes nothing
 * into the folder it looks at; a node may be running there meanwhile.
 */
@org.jspecify.annotations.NullMarked
package linli.audit;
