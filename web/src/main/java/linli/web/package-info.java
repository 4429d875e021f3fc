/**
 * Everything a node says over HTTP: pages for people, the JSON API, and on a port of its own what other nodes ask.
 *
 * <p>The doors are {@link linli.web.WebApplication} and {@link linli.web.peer.PeerApplication}. This package turns requests into
 * questions to the ledger and answers into bytes; it decides nothing about hours or points. Its rooms, from the street inwards:
 * {@code door} is HTTP itself, {@code session} secrets and who has shown one, {@code caller} who asks and whether they may, {@code act}
 * and {@code list} how everything is written and read, {@code api}, {@code screen} and {@code peer} the routes.
 */
@org.jspecify.annotations.NullMarked
package linli.web;
