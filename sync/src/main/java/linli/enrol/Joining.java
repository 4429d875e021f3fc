package linli.enrol;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import linli.enrol.EnrolException.Code;
import org.jspecify.annotations.Nullable;

/**
 * TLS of a node that has no certificate yet and knows no county.
 *
 * <p>First it looks which county answers, and sends nothing. A person compares the fingerprint with what the county
 * shows. Then it speaks, with exactly that county. A connection that takes any server never leaves this class, so that
 * a code cannot be sent to a stranger by mistake.
 */
public final class Joining {
    private Joining() {}

    /**
     * The fingerprint of the county at an address, to be compared by a person.
     *
     * @param timeout how long to wait for the connection, and for each answer
     * @throws EnrolException {@code UNREACHABLE} if nobody answers, {@code WRONG_PEER} if a branch does, {@code STRANGER} if it
     *     is no node at all
     */
    public static Fingerprint look(InetSocketAddress address, Duration timeout) {
        AtomicReference<@Nullable Fingerprint> seen = new AtomicReference<>();
        try (Socket plain = new Socket()) {
            plain.connect(address, Math.toIntExact(timeout.toMillis()));
            plain.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            shakeHands(plain, address, context(seen::set));
            return Objects.requireNonNull(seen.get(), "TLS 1.3 without a pre-shared key shows a certificate");
        } catch (IOException e) {
            throw EnrolException.behind(e).orElseGet(() -> unreachable(e));
        }
    }

    private static EnrolException unreachable(IOException cause) {
        return new EnrolException(
                Code.UNREACHABLE,
                "No county answers at this address. Check address and port, and that the county's node is running.",
                cause);
    }

    /** For talking to the county of this fingerprint, and to nobody else. Use it with {@link PeerTls#parameters}. */
    public static SSLContext contextTo(Fingerprint confirmed) {
        return context(fingerprint -> requireSame(confirmed, fingerprint));
    }

    static void requireSame(Fingerprint confirmed, Fingerprint seen) {
        if (!seen.equals(confirmed)) {
            throw new EnrolException(
                    Code.OTHER_COUNTY,
                    "This is not the county whose fingerprint you confirmed; nothing was sent. Ask the county before you try again.");
        }
    }

    private static SSLContext context(Consumer<Fingerprint> judge) {
        try {
            return PeerTls.context(new KeyManager[0], new PeerTrust(chain -> judge.accept(countyOf(chain))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS 1.3", e);
        }
    }

    /** The fingerprint of the authority that a county's node shows behind its own certificate. */
    private static Fingerprint countyOf(X509Certificate... chain) {
        CountyTrust trust = CountyTrust.ofStranger(chain[chain.length - 1]);
        if (!trust.identify(chain).isCounty()) {
            throw new EnrolException(
                    Code.WRONG_PEER, "This is the address of a branch. A node joins at the county's address.");
        }
        return trust.fingerprint();
    }

    private static void shakeHands(Socket plain, InetSocketAddress address, SSLContext context) throws IOException {
        try (SSLSocket tls = (SSLSocket)
                context.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true)) {
            tls.setSSLParameters(PeerTls.parameters());
            tls.startHandshake();
        }
    }
}
