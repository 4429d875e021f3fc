package linli.enrol;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets a handshake go on if it is TLS 1.3 and one check of ours finds nothing wrong with the other side.
 *
 * <p>Host names play no part, on purpose: nodes have no DNS names, their addresses change, and being reachable under a
 * name proves nothing about being branch 12. The certificate names the node itself, and that is what is checked. Since
 * this is an <em>extended</em> trust manager, Java's HTTP client and TLS engine leave that to it.
 */
final class PeerTrust extends X509ExtendedTrustManager {
    static final String PROTOCOL = "TLSv1.3";

    private final Check check;
    private final X509Certificate[] issuers;

    /** Throws {@link EnrolException} if the other side is not to be talked to. */
    interface Check {
        void of(X509Certificate[] chain);
    }

    PeerTrust(Check check, X509Certificate... issuers) {
        this.check = check;
        this.issuers = issuers;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        check(chain, session(socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        check(chain, session(socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        check(chain, engine.getHandshakeSession());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        check(chain, engine.getHandshakeSession());
    }

    // Without socket or engine nobody can say which protocol is spoken. TLS in Java does not take this way.
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("only connections are checked, not certificates alone");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        checkClientTrusted(chain, keyExchange);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.clone();
    }

    private static SSLSession session(Socket socket) throws CertificateException {
        if (socket instanceof SSLSocket tls) {
            return tls.getHandshakeSession();
        }
        throw new CertificateException("this socket does not speak TLS");
    }

    private void check(X509Certificate[] chain, SSLSession session) throws CertificateException {
        if (!session.getProtocol().equals(PROTOCOL)) {
            throw new CertificateException("nodes speak TLS 1.3 only, not " + session.getProtocol());
        }
        try {
            check.of(chain);
        } catch (EnrolException e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }
}
