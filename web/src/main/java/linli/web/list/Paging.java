package linli.web.list;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import linli.entry.EntryId;
import linli.web.door.Problem;
import linli.web.door.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code from} and {@code limit}.
 *
 * @param from what {@link Page#next} of the page before named; null for the first page
 * @param limit how many items at most
 */
public record Paging(@Nullable String from, int limit) {
    /** Most items of a page of JSON. */
    public static final int MOST_ITEMS = 200;
    /** Most lines of a table: who wants one wants all of it. */
    public static final int MOST_LINES = 10_000;

    private static final int USUAL_ITEMS = 50;

    /** The order of ids from the oldest on. */
    public static final Comparator<EntryId> OLDEST_FIRST = Comparator.naturalOrder();

    public static final Comparator<EntryId> NEWEST_FIRST = OLDEST_FIRST.reversed();

    /** The part that a request asks for. */
    public static Paging of(ContainerRequestContext request) {
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        return new Paging(query.getFirst("from"), limit(query.getFirst("limit"), asksForTable(request)));
    }

    private static int limit(@Nullable String written, boolean table) {
        int most = table ? MOST_LINES : MOST_ITEMS;
        if (written == null) {
            return table ? MOST_LINES : USUAL_ITEMS;
        }
        if (!written.matches("[1-9][0-9]{0,4}") || Integer.parseInt(written) > most) {
            throw Problem.BAD_REQUEST.because("“limit” is 1 to " + most + ".");
        }
        return Integer.parseInt(written);
    }

    private static boolean asksForTable(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .findFirst()
                .filter(type -> !type.isWildcardSubtype() && type.isCompatible(MediaType.valueOf(Csv.NAME)))
                .isPresent();
    }

    /** The entry that the page begins with; null for the first. */
    public @Nullable EntryId fromEntry() {
        return from == null ? null : Typed.entry(from);
    }

    /** How many rows to read: one more than are shown says whether there are more. */
    public int toRead() {
        return limit + 1;
    }

    /**
     * The page of rows that were read from {@code from} on, up to {@link #toRead}.
     *
     * @param key of a row, as {@code from} names it
     * @param item a row as it is told
     */
    public <R, T extends Record> Page<T> page(List<R> read, Function<R, ?> key, Function<R, T> item) {
        List<T> items = read.stream().limit(limit).map(item).toList();
        return new Page<>(
                items, read.size() > limit ? key.apply(read.get(limit)).toString() : null);
    }

    /**
     * The page of a whole list. It begins where {@code from} is or would be, so that a list from which rows are struck out meanwhile
     * goes on where it was.
     *
     * @param order in which the list is, by its keys
     */
    public <R, T extends Record> Page<T> page(
            List<R> all, Function<R, EntryId> key, Comparator<EntryId> order, Function<R, T> item) {
        return page(all, key, order, Typed::entry, item);
    }

    /**
     * As the other, of a list whose rows have keys of another kind.
     *
     * @param read a key as its {@code toString} wrote it
     */
    public <R, K, T extends Record> Page<T> page(
            List<R> all, Function<R, K> key, Comparator<K> order, Function<String, K> read, Function<R, T> item) {
        Optional<K> first = Optional.ofNullable(from).map(read);
        List<R> rest = all.stream()
                .dropWhile(row -> first.filter(begin -> order.compare(key.apply(row), begin) < 0)
                        .isPresent())
                .limit(toRead())
                .toList();
        return page(rest, key, item);
    }

    /** As the other, of a list in the order of words. */
    public <R, T extends Record> Page<T> byWord(List<R> all, Function<R, String> key, Function<R, T> item) {
        return page(all, key, Comparator.naturalOrder(), Function.identity(), item);
    }
}
