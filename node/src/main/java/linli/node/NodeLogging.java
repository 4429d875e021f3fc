package linli.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sets up what the program writes to its log; {@code -Djava.util.logging.config.file} has precedence. */
final class NodeLogging {
    /** Held here, since a logger that nobody holds forgets its filter. */
    private static final Logger ANSWERS = Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder");

    private NodeLogging() {}

    static void setUp() {
        // Whoever goes before the answer is whole, as a screen that is loaded anew, is no fault of the node's.
        ANSWERS.setFilter(record -> !(record.getThrown() instanceof IOException));
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
