package linli.peer;

import java.time.Duration;

/**
 * How long another node is waited for.
 *
 * @param connect for the connection and its handshake
 * @param stalled without a byte in either direction; a peer needs some of it to store what it was brought
 * @param whole for one request and its answer, however steadily they trickle
 */
public record TimeLimits(Duration connect, Duration stalled, Duration whole) {
    /** For a village's telephone line as well as for a fast one. */
    public static final TimeLimits USUAL =
            new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(45), Duration.ofMinutes(10));
}
