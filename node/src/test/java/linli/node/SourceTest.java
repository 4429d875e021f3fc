package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a compiler does not look for in sources, each with its reason. */
class SourceTest {
    private static final int MOST_FILE_LINES = 300;
    private static final int MOST_METHOD_LINES = 60;
    /** Put together from halves, so that this file passes its own test. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

    private static final Pattern NULL_MARKED = Pattern.compile("(?m)^@(org\\.jspecify\\.annotations\\.)?NullMarked$");
    /** A member that opens a brace, at the indentation of members of a class or of a class within. */
    private static final Pattern MEMBER = Pattern.compile("( {4}| {8})(?=[\\w@<]).*[)\\w] \\{");

    @Test
    void nothingIsLeftForLater() {
        none(
                sources(),
                "unfinished work belongs into an issue, where it is seen",
                file -> lines(file).stream()
                        .filter(line -> UNFINISHED.matcher(line).find())
                        .toList());
    }

    @Test
    void everyPackageIntroducesItself() {
        List<Path> packages =
                mainSources().stream().map(Path::getParent).distinct().toList();
        none(
                packages,
                "a reader learns from package-info.java what lives here, and NullAway checks @NullMarked packages",
                folder -> {
                    Path info = folder.resolve("package-info.java");
                    return Files.exists(info) && NULL_MARKED.matcher(read(info)).find()
                            ? List.of()
                            : List.of("no package-info.java with @NullMarked");
                });
    }

    @Test
    void aFileIsOneIdea() {
        none(
                mainSources(),
                "a file above " + MOST_FILE_LINES + " lines holds two ideas; find the second its name",
                file -> {
                    int length = lines(file).size();
                    return length > MOST_FILE_LINES ? List.of(length + " lines") : List.of();
                });
    }

    @Test
    void aMethodIsRead() {
        none(
                mainSources(),
                "a method above " + MOST_METHOD_LINES + " lines is not read but believed",
                SourceTest::longMethods);
    }

    private static List<String> longMethods(Path file) {
        List<String> found = new ArrayList<>();
        List<String> lines = lines(file);
        for (int start = 0; start < lines.size(); start++) {
            String line = lines.get(start);
            boolean type = Pattern.compile("\\b(class|record|interface|enum|new)\\b")
                    .matcher(line)
                    .find();
            if (!type && MEMBER.matcher(line).matches()) {
                String close = " ".repeat(line.length() - line.stripLeading().length()) + "}";
                int end = start + lines.subList(start, lines.size()).indexOf(close);
                if (end - start >= MOST_METHOD_LINES) {
                    found.add((end - start + 1) + " lines from line " + (start + 1));
                }
            }
        }
        return found;
    }

    private interface Check {
        List<String> complaints(Path path);
    }

    private static void none(List<Path> paths, String reason, Check check) {
        List<String> complaints = paths.stream()
                .flatMap(path -> check.complaints(path).stream().map(what -> path + ": " + what))
                .toList();
        assertEquals(List.of(), complaints, reason);
    }

    private static List<Path> mainSources() {
        return sources().stream()
                .filter(file -> file.toString().replace('\\', '/').contains("/src/main/"))
                .toList();
    }

    private static List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("ledger", "sync", "web", "node", "bench")) {
            try (Stream<Path> files = Files.walk(Repository.root().resolve(module))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString().replace('\\', '/').contains("/src/"))
                        .forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return read(file).lines().toList();
    }
}
