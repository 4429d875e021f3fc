package linli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, and the examples in it that tests hold against the program. */
public record DocPage(Path file, String text) {

    /** The folder {@code docs}, from wherever in the repository the tests are run. */
    public static Path docs() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("docs"))
                .filter(folder -> Files.exists(folder.resolve("format.md")))
                .findFirst()
                .orElseThrow();
    }

    public static DocPage of(String name) {
        Path file = docs().resolve(name);
        try {
            return new DocPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the fenced block whose opening fence ends in this word. */
    List<String> block(String word) {
        Matcher block = Pattern.compile("(?ms)^```\\w+ " + Pattern.quote(word) + "\n(.*?)^```$")
                .matcher(text);
        if (!block.find()) {
            throw new AssertionError(file + " has no block " + word);
        }
        return block.group(1).lines().toList();
    }

    /** A block as one text with its line ends. */
    String blockText(String word) {
        return block(word).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The bytes of a block of hexadecimal digits; what stands behind a bar is a remark. */
    byte[] blockBytes(String word) {
        return HexFormat.of()
                .parseHex(block(word).stream()
                        .map(line -> line.replaceFirst("\\|.*", "").replace(" ", ""))
                        .collect(Collectors.joining()));
    }

    /** A block of lines {@code name  value}, the value from the first double space on. */
    Stream<String[]> pairs(String word) {
        return block(word).stream().map(line -> line.split(" {2,}", 2));
    }
}
