package linli.web.desk.office;

import java.util.Base64;
import linli.web.door.BodyLimit;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.form.Form;

/** A table and its mapping as a form brings them: as files that were chosen, or as the text that the page before it carries along. */
final class Upload {
    private static final int MOST_MAPPING_BYTES = 64 * 1024;
    private static final byte[] NONE = {};

    private final byte[] table;
    private final byte[] mapping;

    private Upload(byte[] table, byte[] mapping) {
        this.table = table;
        this.mapping = mapping;
    }

    /** What somebody has chosen. */
    static Upload chosen(Form form) {
        byte[] table = form.file("table").orElseThrow(() -> new ProblemException(Problem.FIELD_MISSING));
        byte[] mapping = form.file("mapping").orElse(NONE);
        if (table.length > BodyLimit.MOST_TABLE_BYTES || mapping.length > MOST_MAPPING_BYTES) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        return new Upload(table, mapping);
    }

    /** What the page before has carried along. */
    static Upload carried(Form form) {
        try {
            Base64.Decoder text = Base64.getUrlDecoder();
            return new Upload(
                    text.decode(form.text("table")),
                    text.decode(form.optional("mapping").orElse("")));
        } catch (IllegalArgumentException e) {
            throw notTheSame();
        }
    }

    /** What is carried is not what a page of ours carries. */
    static ProblemException notTheSame() {
        return Problem.BAD_REQUEST.because("This is not the table that was looked at.");
    }

    Carried carry() {
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return new Carried(text.encodeToString(table), text.encodeToString(mapping));
    }

    byte[] table() {
        return table;
    }

    /** A YAML file; empty where the headings say enough. */
    byte[] mapping() {
        return mapping;
    }

    boolean isMapped() {
        return mapping.length > 0;
    }

    /** Keeps people's names out of whatever this might be written to. */
    @Override
    public String toString() {
        return "Upload[withheld]";
    }
}
