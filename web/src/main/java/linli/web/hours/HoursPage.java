package linli.web.hours;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a volunteer's records, newest first.
 *
 * @param records at most as many as asked for
 * @param next the record that the following page begins with; null on the last page
 */
public record HoursPage(List<Hours> records, @Nullable String next) {}
