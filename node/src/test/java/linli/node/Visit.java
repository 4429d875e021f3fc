package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.io.Resources;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody before a real browser. What no page may ever do is watched for all the while, and {@link #look} asks for the rest. */
final class Visit implements AutoCloseable {
    /** Every page has it at hand from the start, which costs a third of handing it over at each look. */
    private static final String AXE = "window.bringAxe = () => {" + source("axe.min.js") + "}";
    /** Serious by axe's own word; what is moderate or minor is advice. And what is too wide to be seen, or too narrow to be read. */
    private static final String FAULTS = """
            async () => {
                window.axe || bringAxe();
                const heard = (await axe.run(document, {resultTypes: ['violations']})).violations
                    .filter(found => ['serious', 'critical'].includes(found.impact))
                    .flatMap(found => found.nodes.map(node => found.id + ': ' + node.html.slice(0, 200)));
                const squeezed = [...document.querySelectorAll('td, th, dd, dt')]
                    .filter(cell => cell.offsetWidth > 0 && cell.offsetHeight > 4 * cell.offsetWidth)
                    .map(cell => 'squeezed: ' + cell.outerHTML.slice(0, 200));
                const beyond = document.documentElement.scrollWidth - innerWidth;
                return [...heard, ...squeezed, ...(beyond > 0 ? ['wider than the screen by ' + beyond] : [])];
            }
            """;
    /** Where pictures of all that is looked at go; none are made where it is not given. */
    private static final String PICTURES = System.getenv("LINLI_PICTURES");

    /** What the browser and htmx say of an answer that is none, or does not come. */
    private static final Pattern REFUSALS = Pattern.compile("Failed to load resource|^htmx:(sendError|afterRequest)");

    private static final int MOST_TRIES = 5;

    private final URI address;
    private final BrowserContext profile;
    final Page page;
    private final List<String> complaints = new ArrayList<>();
    /** Problems that a test brings about itself are no complaint. */
    private boolean expectsRefusals;

    Visit(URI address, int width, int height) {
        this.address = address;
        this.profile = Chromium.profile(width, height);
        profile.addInitScript(AXE);
        this.page = profile.newPage();
        watch(page);
    }

    private void watch(Page watched) {
        watched.onConsoleMessage(message -> {
            boolean refusal =
                    expectsRefusals && REFUSALS.matcher(message.text()).find();
            if (message.type().equals("error") && !refusal) {
                complaints.add("console: " + message.text());
            }
        });
        watched.onPageError(error -> complaints.add("script: " + error));
        watched.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) {
                complaints.add("leaves the node: " + request.url());
            }
        });
    }

    static Visit onPhone(URI address) {
        return new Visit(address, 360, 800);
    }

    static Visit atKiosk(URI address) {
        return new Visit(address, 1080, 1920);
    }

    static Visit atDesk(URI address) {
        return new Visit(address, 1280, 900);
    }

    static Visit atBigScreen(URI address) {
        return new Visit(address, 1920, 1080);
    }

    Visit inEnglish() {
        cookie("linli-language", "en");
        return this;
    }

    Visit cookie(String name, String value) {
        profile.addCookies(List.of(new Cookie(name, value).setUrl(address.toString())));
        return this;
    }

    /** From here on the node may refuse what is asked of it, or be gone. */
    Visit expectingRefusals() {
        expectsRefusals = true;
        return this;
    }

    Visit open(String path) {
        page.navigate(address.resolve(path).toString());
        return this;
    }

    /** A second window of the same browser. */
    Page anotherWindow(String path) {
        Page another = profile.newPage();
        watch(another);
        another.navigate(address.resolve(path).toString());
        return another;
    }

    Visit fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
        return this;
    }

    /** Presses the button, or follows the link, of this name. */
    Visit press(String name) {
        named(name).first().click();
        return this;
    }

    private Locator named(String name) {
        return page.locator("button, a.button, nav a, summary, a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("visible=true");
    }

    /** Waits until the page says something. */
    Visit reads(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    String text() {
        return page.locator("body").innerText();
    }

    /** What is wrong with a page. One that was just about to go on is looked at where it has gone. */
    private List<?> faults() {
        for (int tries = 1; ; tries++) {
            try {
                page.waitForLoadState();
                return (List<?>) page.evaluate(FAULTS);
            } catch (PlaywrightException e) {
                if (tries == MOST_TRIES || !String.valueOf(e.getMessage()).contains("context was destroyed")) {
                    throw e;
                }
            }
        }
    }

    /** The page as it stands has nothing wrong with it that can be seen by looking, or heard by listening. */
    Visit look(String picture) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES, picture + ".png"))
                    // Hiding it would leave an empty style behind, which is more than our pages allow.
                    .setCaret(ScreenshotCaret.INITIAL)
                    .setFullPage(true));
        }
        List<String> found = new ArrayList<>(complaints);
        faults().forEach(fault -> found.add(fault.toString()));
        assertEquals(List.of(), found, page.url());
        return this;
    }

    @Override
    public void close() {
        profile.close();
        assertEquals(List.of(), complaints);
    }

    private static String source(String resource) {
        try {
            return Resources.toString(Resources.getResource(resource), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
