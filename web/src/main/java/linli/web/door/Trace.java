package linli.web.door;

import java.util.Arrays;

/** Where something was thrown, without what it said: a message may quote what a person typed. */
final class Trace {
    private static final int FRAMES = 24;
    private static final int CAUSES = 4;

    private Trace() {}

    static String of(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            trace.append(depth == 0 ? "" : "\ncaused by ")
                    .append(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame -> trace.append("\n  at ").append(frame));
            cause = cause.getCause();
        }
        return trace.toString();
    }
}
