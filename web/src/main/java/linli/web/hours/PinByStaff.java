package linli.web.hours;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer's PIN was set by somebody else.
 *
 * @param name of the member of staff; null where it was whoever runs the node, at its command line
 * @param at when
 */
public record PinByStaff(@Nullable String name, ZonedDateTime at) {}
