package linli.web.form;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;

/**
 * A form as it was sent: the values of its fields, without the blanks around them. A field left empty is as if it were not there.
 * What cannot be read ends the request with a problem that names no value.
 */
public final class Form {
    /** The field of the token that only pages of ours know. */
    public static final String TOKEN = "token";
    /** The field of the request's id, drawn when the form was shown. */
    public static final String REQUEST = "request";

    private static final String PROPERTY = "linli.form";

    private final Map<String, List<String>> fields;
    private final Map<String, byte[]> files;

    Form(Map<String, List<String>> fields, Map<String, byte[]> files) {
        this.fields = fields;
        this.files = files;
    }

    /** The form of a request; an empty one where none was sent. */
    public static Form of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Form form ? form : new Form(Map.of(), Map.of());
    }

    void in(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    /** What stands in a field, if anything. */
    public Optional<String> optional(String field) {
        return all(field).stream().findFirst();
    }

    /** Everything that was given under a name, as boxes that are ticked do. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What stands in a field that must be filled in. */
    public String text(String field) {
        return optional(field).orElseThrow(() -> new ProblemException(Problem.FIELD_MISSING));
    }

    /** A secret as typed, blanks and all; empty where nothing was. */
    public char[] secret(String field) {
        return fields.getOrDefault(field, List.of("")).get(0).toCharArray();
    }

    public VolunteerNo number(String field) {
        return Typed.number(text(field));
    }

    public EntryId entry(String field) {
        return Typed.entry(text(field));
    }

    public List<EntryId> entries(String field) {
        return all(field).stream().map(Typed::entry).toList();
    }

    public LocalDate day(String field) {
        return Typed.day(text(field));
    }

    /** A whole number, nought or more. */
    public int whole(String field) {
        return Typed.whole(text(field));
    }

    public <E extends Enum<E>> E word(Class<E> set, String field) {
        return Typed.word(set, text(field));
    }

    /** Whether a box is ticked. */
    public boolean ticked(String field) {
        return optional(field).isPresent();
    }

    /** A file that was chosen, if one was. */
    public Optional<byte[]> file(String field) {
        return Optional.ofNullable(files.get(field)).filter(bytes -> bytes.length > 0);
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Keeps what people typed out of whatever this might be written to. */
    @Override
    public String toString() {
        return "Form[withheld]";
    }
}
