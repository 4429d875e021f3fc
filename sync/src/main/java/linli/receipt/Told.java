package linli.receipt;

import java.util.List;

/**
 * One thing that was found out.
 *
 * @param check what
 * @param values what belongs into its sentence: texts, numbers, and moments as {@link java.time.Instant}
 */
public record Told(Check check, List<Object> values) {
    public Told {
        values = List.copyOf(values);
    }
}
