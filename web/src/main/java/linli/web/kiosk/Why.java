package linli.web.kiosk;

/**
 * What is asked back before something is given up: why. An answer is one press, and does it.
 *
 * @param what is given up; the words have the question and its answers under {@code kiosk.why.<this>}
 * @param title of the wish that it is about
 * @param back where it stays as it is
 * @param address where an answer is sent
 */
public record Why(String what, String title, String back, String address) {
    /** Of how many answers one is given. */
    private static final int ANSWERS = 3;

    /** The answers, as the words count them. */
    public int answers() {
        return ANSWERS;
    }
}
