package linli.node.console;

import java.util.List;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.Role;

/** A member of staff as the command line names one: {@code wang=王芳}. */
public record StaffOption(String handle, String name, List<Role> roles) {
    public static StaffOption parse(String text, List<Role> roles) {
        int at = text.indexOf('=');
        if (at < 1) {
            throw new Failures.Problem("staff are written HANDLE=NAME, such as wang=王芳, not “" + text + "”");
        }
        return new StaffOption(text.substring(0, at), text.substring(at + 1), roles);
    }

    public StaffAppointed appointment() {
        return new StaffAppointed(handle, name, roles, null);
    }
}
