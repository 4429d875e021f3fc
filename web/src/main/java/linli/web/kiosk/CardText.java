package linli.web.kiosk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.entry.VolunteerNo;
import linli.web.door.ProblemException;
import linli.web.door.Typed;

/** What stands on a card: the number alone, or a text with the number in it, as a code says it. */
final class CardText {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{1,5}-[0-9]{1,13}-[0-9](?![0-9])");

    private CardText() {}

    /** The number that was typed or read. */
    static VolunteerNo number(String text) {
        Matcher within = NUMBER.matcher(text);
        try {
            return Typed.number(text);
        } catch (ProblemException malformed) {
            if (within.find()) {
                return Typed.number(within.group());
            }
            throw malformed;
        }
    }
}
