package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import linli.docs.DocPage;
import linli.entry.EventTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event has a page in {@code docs/events}, and the page speaks of this program's event. */
class EventPagesTest {
    private static final Pattern FIELD = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final Pattern CODE = Pattern.compile("(?m)^[0-9]+\\. `([A-Z_]+)`:");

    static List<Class<? extends Record>> events() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aPageNamesEveryFieldInOrder(Class<? extends Record> event) {
        assertEquals(EventTypes.fieldsOf(event), all(FIELD, page(event)), "the table of fields of " + event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aPageSaysWhetherItsEventIsInService(Class<? extends Record> event) {
        boolean inService = Rules.inService().contains(event);
        String page = page(event);
        assertEquals(inService, page.contains("\nIn service.\n"), "what the page of " + event + " says");
        assertEquals(!inService, page.contains("NOT_IN_SERVICE"), "what refuses " + event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theCodesThatRefuseAnEventExist(Class<? extends Record> event) {
        all(CODE, page(event)).forEach(Rejection::valueOf);
    }

    @Test
    void noPageIsOfAnEventThatDoesNotExist() throws IOException {
        Set<String> expected = new TreeSet<>(Set.of("README.md"));
        events().forEach(event -> expected.add(event.getSimpleName() + ".md"));
        try (Stream<Path> pages = Files.list(DocPage.docs().resolve("events"))) {
            assertEquals(
                    expected, pages.map(page -> page.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void theCatalogueLinksToEveryPage() {
        String catalogue = DocPage.of("events/README.md").text();
        events().forEach(event ->
                assertTrue(catalogue.contains("(" + event.getSimpleName() + ".md)"), () -> event + " is not in it"));
    }

    private static String page(Class<? extends Record> event) {
        return DocPage.of("events/" + event.getSimpleName() + ".md").text();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
