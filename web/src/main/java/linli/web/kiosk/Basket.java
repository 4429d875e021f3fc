package linli.web.kiosk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.ShopEvent.Line;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has chosen, as it stands in an address: {@code 12-5100.2_12-5103.1}. It is nowhere else: neither the node nor the
 * browser keeps it.
 */
public final class Basket {
    /** Different things in it: what fits in an address, and on a page that is read standing. */
    static final int MOST_ITEMS = 12;
    /** Of one thing. */
    static final int MOST_OF_ONE = 99;

    static final Basket EMPTY = new Basket(Map.of());

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,5}-[0-9]{1,13})\\.([1-9][0-9]?)");

    private final Map<EntryId, Integer> quantities;

    private Basket(Map<EntryId, Integer> quantities) {
        this.quantities = quantities;
    }

    /** The basket as written; what cannot be read is not in it. */
    static Basket of(@Nullable String written) {
        Map<EntryId, Integer> quantities = new TreeMap<>(Comparator.naturalOrder());
        for (String line : (written == null ? "" : written).split("_", MOST_ITEMS + 1)) {
            Matcher parts = WRITTEN.matcher(line);
            if (parts.matches() && quantities.size() < MOST_ITEMS) {
                put(quantities, parts.group(1), Integer.parseInt(parts.group(2)));
            }
        }
        return new Basket(quantities);
    }

    private static void put(Map<EntryId, Integer> quantities, String item, int quantity) {
        try {
            quantities.put(EntryId.parse(item), quantity);
        } catch (EntryException e) {
            // Written by somebody else than our pages: there is no such thing, so nobody misses it.
        }
    }

    /** How many of an item are in it. */
    public int of(EntryId item) {
        return quantities.getOrDefault(item, 0);
    }

    boolean isEmpty() {
        return quantities.isEmpty();
    }

    /** Whether one more of an item fits in. */
    boolean hasRoomFor(EntryId item) {
        return of(item) < MOST_OF_ONE && (quantities.containsKey(item) || quantities.size() < MOST_ITEMS);
    }

    /** The basket with so many of an item instead; none takes it out. */
    Basket with(EntryId item, int quantity) {
        Map<EntryId, Integer> changed = new TreeMap<>(quantities);
        if (quantity > 0) {
            changed.put(item, quantity);
        } else {
            changed.remove(item);
        }
        return new Basket(changed);
    }

    /** As the ledger writes it, by item. */
    List<Line> lines() {
        return quantities.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }

    /** As an address has it. */
    @Override
    public String toString() {
        return quantities.entrySet().stream()
                .map(line -> line.getKey() + "." + line.getValue())
                .collect(Collectors.joining("_"));
    }
}
