package linli.web.door;

import org.jspecify.annotations.Nullable;

/**
 * What is answered instead of what was asked for.
 *
 * @param status of HTTP
 * @param code stable, as the API and the texts name it
 * @param detail a sentence of its own; null where the texts have one for the code
 */
public record Fault(int status, String code, @Nullable String detail) {}
