package linli.node;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Runs command lines in this process and keeps what they print. */
final class Shell {
    /** What a command printed, and its exit code. */
    record Result(int exit, String out) {
        String line(int number) {
            return out.lines().toList().get(number);
        }
    }

    private Shell() {}

    static Result linli(Object... args) {
        StringWriter out = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int exit = Main.run(new PrintWriter(out, true), words);
        return new Result(exit, out.toString());
    }

    /** As {@link #linli}, where anything but success is a failure of the test. */
    static String ok(Object... args) {
        Result result = linli(args);
        if (result.exit() != 0) {
            throw new AssertionError("exit " + result.exit() + ": " + result.out());
        }
        return result.out();
    }

    /** A node to try things on, with ten rows of service imported and approved. */
    static void trialNode(Path dir, Path table) {
        ok("init", "--dir", dir);
        ok("import", "hours", table, "--dir", dir, "--by", "clerk", "--approve-by", "approver");
    }
}
