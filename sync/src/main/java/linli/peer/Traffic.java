package linli.peer;

/**
 * What a transfer has cost, bodies only: the wire adds its own, and may pack them.
 *
 * @param requests made
 * @param sentBytes in the bodies of requests
 * @param receivedBytes in the bodies of answers
 * @param entries that went over, those that were there already among them
 */
public record Traffic(long requests, long sentBytes, long receivedBytes, long entries) {}
