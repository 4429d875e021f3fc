package linli.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders pages. Safe for any number of threads. */
public final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "linli.web.template");

    /**
     * A page.
     *
     * @param template under {@code src/main/jte}, with the parameters {@code frame} and {@code page}
     */
    public String page(String template, Frame frame, Object page) {
        StringOutput html = new StringOutput();
        engine.render(template, Map.of("frame", frame, "page", page), html);
        return html.toString();
    }

    /** A certificate to be printed: a page of its own that needs nothing else. */
    public String certificate(CertificateSheet sheet) {
        StringOutput html = new StringOutput();
        engine.render("certificate.jte", sheet, html);
        return html.toString();
    }
}
