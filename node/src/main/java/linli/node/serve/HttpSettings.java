package linli.node.serve;

/**
 * Where the node listens.
 *
 * @param host name or address of the interface, such as {@code localhost} or {@code 0.0.0.0}
 * @param port 0 for any that is free
 */
public record HttpSettings(String host, int port) {
    private static final int MOST_PORT = 65_535;

    public HttpSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host is empty; use localhost, or 0.0.0.0 for every interface");
        }
        if (port < 0 || port > MOST_PORT) {
            throw new IllegalArgumentException("the port is 0 to " + MOST_PORT + ", not " + port);
        }
    }

    /** Whether nobody reaches the node but from its own machine. */
    boolean onlyHere() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
}
