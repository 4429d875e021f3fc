package linli.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of time in a field: a decimal number of hours or minutes, or hours and minutes as in {@code 2:30}. */
final class Amount {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{0,40})?|-?\\.\\d{1,40}");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,5}):([0-5]\\d)");
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private Amount() {}

    /** Whole minutes, rounded half up from the hours or minutes in a field; nothing if it holds no amount. */
    static OptionalInt minutes(String field, boolean hours) {
        Matcher clock = CLOCK.matcher(field);
        if (hours && clock.matches()) {
            return OptionalInt.of(Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2)));
        }
        if (!DECIMAL.matcher(field).matches()) {
            return OptionalInt.empty();
        }
        BigDecimal number = new BigDecimal(field);
        BigDecimal minutes = hours ? number.multiply(MINUTES_PER_HOUR) : number;
        BigDecimal whole = minutes.setScale(0, RoundingMode.HALF_UP);
        return OptionalInt.of(whole.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
    }
}
