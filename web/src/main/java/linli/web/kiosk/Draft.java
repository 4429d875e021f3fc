package linli.web.kiosk;

import linli.entry.WishEvent.Kind;
import linli.web.form.Form;
import linli.web.page.Frame;

/**
 * What somebody has typed into the form of a wish and has not sent.
 *
 * @param kind of wish
 * @param request the id of the request that the form makes, so that it is one however often it is begun again
 * @param callMe whether they want to be called as the node knows them
 */
public record Draft(
        Kind kind, String request, String title, String address, String contact, String phone, boolean callMe) {
    /** Longer than any field of the form takes. */
    private static final int MOST_CHARS = 100;

    /** A form in which nobody has typed anything. */
    static Draft empty(Kind kind) {
        return new Draft(kind, Frame.drawRequest(), "", "", "", "", false);
    }

    /** As it was typed, cut where no field would have taken more. */
    static Draft of(Form form) {
        return new Draft(
                form.word(Kind.class, "kind"),
                cut(form, Form.REQUEST),
                form.optional("title").isPresent() ? cut(form, "title") : cut(form, "common"),
                cut(form, "address"),
                cut(form, "contact"),
                cut(form, "phone"),
                form.ticked("call-me"));
    }

    private static String cut(Form form, String field) {
        String typed = form.optional(field).orElse("");
        return typed.substring(0, Math.min(typed.length(), MOST_CHARS));
    }

    /** Whether there is more than the wish itself. */
    public boolean hasDetails() {
        return !(address + contact + phone).isEmpty();
    }

    /** Keeps what people typed out of whatever this might be written to. */
    @Override
    public String toString() {
        return "Draft[withheld]";
    }
}
