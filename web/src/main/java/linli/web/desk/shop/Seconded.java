package linli.web.desk.shop;

import linli.web.act.SecondPerson;
import linli.web.form.Form;

/** What a second person types into a form of the first one's. */
final class Seconded {
    private static final String HANDLE = "second";
    private static final String PASSWORD = "second-password";

    private Seconded() {}

    /** Whether somebody did. */
    static boolean isIn(Form form) {
        return form.ticked(HANDLE);
    }

    static SecondPerson.Credentials in(Form form) {
        return new SecondPerson.Credentials(form.text(HANDLE), new String(form.secret(PASSWORD)));
    }
}
