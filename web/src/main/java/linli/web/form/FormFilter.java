package linli.web.form;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.web.caller.Route;
import linli.web.caller.Visitor;
import linli.web.caller.Visitors;
import linli.web.door.FormParts;
import linli.web.door.Problem;
import linli.web.door.ProblemException;

/**
 * Reads the form that a page sent, and refuses one that no page of ours has shown: every change by a page must bring its token.
 * Only a route that is {@link Unasked} reads forms of whoever comes.
 */
@Priority(Priorities.AUTHORIZATION + 100)
public final class FormFilter implements ContainerRequestFilter {
    private static final String API = "api/";
    private static final int MOST_FIELDS = 2_000;

    private final Visitors visitors;

    public FormFilter(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.getMethod().equals(HttpMethod.POST)
                || request.getUriInfo().getPath().startsWith(API)) {
            return;
        }
        Form form = read(request);
        if (Route.says(request, Unasked.class).isEmpty()) {
            visitors.requireToken(Visitor.of(request), form.optional(Form.TOKEN).orElse(null));
        }
        form.in(request);
    }

    private static Form read(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        // Whoever reads it once more still can.
        request.setEntityStream(new ByteArrayInputStream(body));
        MediaType type = request.getMediaType();
        if (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
            Map<String, byte[]> parts = FormParts.of(body, type);
            Map<String, List<String>> fields = new HashMap<>();
            // Bytes that are a file read badly as text, but nobody asks for a file's text.
            parts.forEach((name, value) -> fields.put(name, List.of(Form.utf8(value))));
            return new Form(fields, parts);
        }
        return new Form(fields(Form.utf8(body)), Map.of());
    }

    private static Map<String, List<String>> fields(String body) {
        Map<String, List<String>> fields = new HashMap<>();
        String[] pairs = body.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
    }
}
