package linli.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** Sets up what the program writes to its log; {@code -Djava.util.logging.config.file} has precedence. */
final class NodeLogging {
    private NodeLogging() {}

    static void setUp() {
        boolean chosen = System.getProperty("java.util.logging.config.file") != null;
        try (InputStream settings = NodeLogging.class.getResourceAsStream("logging.properties")) {
            if (!chosen && settings != null) {
                LogManager.getLogManager().readConfiguration(settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the logging settings are part of the program", e);
        }
    }
}
