package linli.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds files outside the module, from wherever in the repository the tests are run. */
public final class RepositoryFiles {
    private static final String REAL_FILE = "shared/data/paws-service.csv";

    private RepositoryFiles() {}

    public static Path example(String name) {
        return folders()
                .map(folder -> folder.resolve("docs/examples").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The real export with 23,474 rows, which is not part of the repository: named by the system property
     * {@code linli.paws}, or in a folder {@code shared} beside the repository.
     */
    public static Optional<Path> realPawsFile() {
        String named = System.getProperty("linli.paws");
        return named != null
                ? Optional.of(Path.of(named))
                : folders()
                        .map(folder -> folder.resolve(REAL_FILE))
                        .filter(Files::exists)
                        .findFirst();
    }

    private static Stream<Path> folders() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
    }
}
