package linli.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the repository is, from wherever in it the tests are run. */
final class Repository {
    private Repository() {}

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docs/examples")))
                .findFirst()
                .orElseThrow();
    }
}
