package linli.intake;

import org.jspecify.annotations.Nullable;

/**
 * How rows without an activity are called; all others keep the activity's name.
 *
 * @param blank the activity of rows without one
 */
record Activities(String blank) {
    static final Activities DEFAULT = new Activities(null);
    static final Activities CHINESE = new Activities("未注明活动");

    /** A part that a mapping file leaves out arrives here as null. */
    Activities(@Nullable String blank) {
        this.blank = blank == null ? "(no activity)" : blank;
    }

    String nameOf(String activity) {
        return activity.isEmpty() ? blank : activity;
    }
}
