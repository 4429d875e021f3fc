package linli.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page {@code docs/wire.md}, whose examples tests hold against the program. */
public final class WirePage {
    private static final String TEXT = read();

    private WirePage() {}

    /** The text of the fenced block whose opening fence ends in this word. */
    public static String blockText(String word) {
        Matcher block =
                Pattern.compile("(?ms)^```\\w+ " + word + "\n(.*?)^```$").matcher(TEXT);
        if (!block.find()) {
            throw new AssertionError("docs/wire.md has no block " + word);
        }
        return block.group(1);
    }

    private static String read() {
        Path page = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(folder -> folder.resolve("docs").resolve("wire.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }
}
