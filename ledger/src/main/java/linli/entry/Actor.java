package linli.entry;

import java.util.regex.Pattern;

/** Who did what an entry says. Staff act in office and are named; volunteers act under their number. */
public sealed interface Actor {
    /** The node itself: founding, imports nobody signed for, what a clock does. */
    Actor NODE = new Node();

    /** As the entry carries it: {@code node}, a staff handle such as {@code wang}, or a volunteer number. */
    String written();

    /** The inverse of {@link #written}: a volunteer number begins with a digit, a staff handle with a letter. */
    static Actor parse(String written) {
        if (written.equals(NODE.written())) {
            return NODE;
        }
        boolean number = !written.isEmpty() && Character.isDigit(written.charAt(0));
        return number ? new Volunteer(VolunteerNo.parse(written)) : new Staff(written);
    }

    /** The node acting by itself. */
    record Node() implements Actor {
        @Override
        public String written() {
            return "node";
        }
    }

    /** A member of staff, by the handle given at their appointment. */
    record Staff(String handle) implements Actor {
        private static final Pattern HANDLE = Pattern.compile("[a-z][a-z0-9-]{1,31}");

        public Staff {
            if (!HANDLE.matcher(handle).matches() || handle.equals("node")) {
                throw Malformed.OUT_OF_RANGE.because(
                        "a staff handle is 2 to 32 small letters, digits and dashes, such as wang or li-fang, not “%s”",
                        Texts.shown(handle));
            }
        }

        @Override
        public String written() {
            return handle;
        }
    }

    /** A volunteer, at a kiosk or on their own phone. */
    record Volunteer(VolunteerNo no) implements Actor {
        @Override
        public String written() {
            return no.toString();
        }
    }
}
