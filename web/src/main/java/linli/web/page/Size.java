package linli.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How large the pages of kiosks are written. */
public enum Size {
    /** For eyes that have seen much (适老化), the first. */
    ELDER,
    /** More on a page. */
    STANDARD;

    /** In which every kiosk begins. */
    public static final Size FIRST = ELDER;

    /** As a cookie and a form carry it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Size> of(String code) {
        return Arrays.stream(values()).filter(size -> size.code().equals(code)).findFirst();
    }

    /** The one that a page offers to switch to. */
    public Size other() {
        return this == ELDER ? STANDARD : ELDER;
    }
}
