package linli.sync;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a peer may be reached: {@code https://host:port}, nothing more. It says nothing about who answers there; that the TLS
 * handshake decides.
 *
 * @param host a name in lower case, an IPv4 address, or an IPv6 address in brackets
 * @param port 1 to 65,535
 */
public record PeerAddress(String host, int port) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}]");
    private static final Pattern WRITTEN =
            Pattern.compile("https://([^/@:]{1,253}|\\[[^]]{2,45}]):([0-9]{1,5})/?", Pattern.CASE_INSENSITIVE);

    public PeerAddress {
        if (!HOST.matcher(host).matches() || port < 1 || port > 0xFFFF) {
            throw malformed();
        }
    }

    /**
     * The address that a person wrote.
     *
     * @throws IllegalArgumentException when it is not {@code https://host:port}; the message does not repeat it
     */
    public static PeerAddress parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw malformed();
        }
        return new PeerAddress(written.group(1).toLowerCase(Locale.ROOT), Integer.parseInt(written.group(2)));
    }

    /** The address of a machine on this network. */
    static PeerAddress of(InetAddress address, int port) {
        String text = address.getHostAddress();
        return new PeerAddress(address instanceof Inet6Address ? "[" + text.replaceFirst("%.*", "") + "]" : text, port);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "the address of a peer is written https://host:port, such as https://county.example:7443");
    }

    /** Where to send requests; the paths of the protocol are resolved against it. */
    public URI uri() {
        return URI.create(this + "/");
    }

    /** Where to connect to; its name is looked up now, which may take its time. */
    InetSocketAddress socket() {
        return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
    }

    /** As it was parsed, in its one spelling. */
    @Override
    public String toString() {
        return "https://" + host + ":" + port;
    }
}
