package linli.web.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the order of the list
 * @param next what the following page begins with, to be handed in as {@code from}; null on the last page
 */
public record Page<T extends Record>(
        List<T> items, @Nullable String next) {
    /** A list that is short enough to be told whole. */
    public static <T extends Record> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
