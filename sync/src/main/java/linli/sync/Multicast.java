package linli.sync;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Service discovery on the networks of this machine, as far as neighbours need it. */
interface Multicast {
    /** What a service says about itself, unchecked. */
    record Heard(Map<String, String> texts, List<InetAddress> addresses, int port) {}

    /** Told on any thread, one call after the other for each place joined. */
    interface Ear {
        /** A service is there, or says something else than before. */
        void heard(String service, Heard heard);

        void gone(String service);
    }

    /** One address for each interface that is up and could reach neighbours, at most a handful; none is no error. */
    Set<InetAddress> places() throws IOException;

    /** Announces and listens at one of the places until closed. Both joining and closing may take seconds. */
    Closeable join(InetAddress place, Announcement own, Ear ear) throws IOException;
}
