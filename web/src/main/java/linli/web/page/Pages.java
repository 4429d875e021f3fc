package linli.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import linli.web.hours.Proof;
import linli.web.sync.SyncOverview;

/** Renders pages. Safe for any number of threads. */
public final class Pages {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "linli.web.page");

    public String signIn(Frame frame, SignInPage page) {
        return render("signin.jte", frame, page);
    }

    public String hours(Frame frame, HoursView page) {
        return render("me.jte", frame, page);
    }

    public String record(Frame frame, Proof page) {
        return render("record.jte", frame, page);
    }

    public String sync(Frame frame, SyncOverview page) {
        return render("sync.jte", frame, page);
    }

    public String verify(Frame frame, VerifyPage page) {
        return render("verify.jte", frame, page);
    }

    /** A certificate to be printed: a page of its own that needs nothing else. */
    public String certificate(CertificateSheet sheet) {
        StringOutput html = new StringOutput();
        engine.render("certificate.jte", sheet, html);
        return html.toString();
    }

    public String error(Frame frame, ErrorPage page) {
        return render("error.jte", frame, page);
    }

    private String render(String template, Frame frame, Object page) {
        StringOutput html = new StringOutput();
        engine.render(template, Map.of("frame", frame, "page", page), html);
        return html.toString();
    }
}
