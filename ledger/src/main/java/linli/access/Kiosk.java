package linli.access;

import java.time.Instant;

/**
 * A paired device: a screen in the hall that people come to.
 *
 * @param id its name for programs
 * @param name where it stands, for people
 * @param pairedAt since when
 */
public record Kiosk(String id, String name, Instant pairedAt) {}
