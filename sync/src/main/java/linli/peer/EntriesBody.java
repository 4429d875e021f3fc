package linli.peer;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an add-entries message, written where it is sent to: header, then packages. */
@FunctionalInterface
public interface EntriesBody {
    void writeTo(OutputStream out) throws IOException;
}
