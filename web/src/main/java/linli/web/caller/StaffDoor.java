package linli.web.caller;

import java.util.Arrays;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.session.Holder;
import linli.web.session.SignIn;
import org.jspecify.annotations.Nullable;

/** How staff come in, by page and by API alike. */
public final class StaffDoor {
    private final SignIn signIn;

    public StaffDoor(SignIn signIn) {
        this.signIn = signIn;
    }

    /**
     * Who they are, if the password is right. An initial password opens nothing but the choice of another.
     *
     * @param newPassword to put in its place; null to keep it
     * @param client who asks, such as a network address
     * @throws ProblemException with what came of the try, where it opens nothing
     */
    public Holder open(String handle, char[] password, char @Nullable [] newPassword, String client) {
        SignIn.Proven proven = Verdicts.orProblem(signIn.staff(handle, password, client));
        if (newPassword != null) {
            if (Arrays.equals(newPassword, password)) {
                throw Problem.VALUE_REFUSED.because("The new password is the one before. Choose another.");
            }
            return signIn.choose(proven, newPassword).holder();
        }
        if (proven.password().isInitial()) {
            throw new ProblemException(Problem.PASSWORD_CHANGE_NEEDED);
        }
        return proven.holder();
    }
}
