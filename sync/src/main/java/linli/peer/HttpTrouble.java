package linli.peer;

import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import linli.peer.PeerException.Code;

/** What it means that a request over HTTPS failed. */
final class HttpTrouble {
    private HttpTrouble() {}

    static PeerException of(String peer, Throwable failure) {
        if (isCausedBy(failure, Exchange.Endless.class)) {
            return new PeerException(Code.MISBEHAVED, peer + " sends more than an answer can be", failure);
        }
        if (isCausedBy(failure, SSLHandshakeException.class) || isCausedBy(failure, CertificateException.class)) {
            return new PeerException(
                    Code.NOT_TRUSTED,
                    peer
                            + " and this node do not take each other for nodes of the county; check the address, and whether"
                            + " either was closed",
                    failure);
        }
        if (isCausedBy(failure, ProtocolException.class)) {
            return new PeerException(Code.MISBEHAVED, peer + " does not speak HTTP; check the address", failure);
        }
        return new PeerException(Code.UNREACHABLE, peer + " is not reached; it is tried again by itself", failure);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(16)
                .anyMatch(kind::isInstance);
    }
}
