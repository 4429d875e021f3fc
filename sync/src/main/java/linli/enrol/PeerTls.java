package linli.enrol;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import linli.enrol.EnrolException.Code;

/**
 * TLS 1.3 between nodes of one county, both ends known by certificate and admitted by the county log.
 *
 * <p>The handshake refuses whoever is not admitted. A connection may outlive its branch's standing, and TLS resumes
 * sessions without looking at certificates again; so a server calls {@link #peer} for every request, too. Immutable and
 * safe to share between threads.
 */
public final class PeerTls {
    private final Credentials own;
    private final Standing standing;

    public PeerTls(Credentials own, Standing standing) {
        this.own = own;
        this.standing = standing;
    }

    /** For a server, and for a client that takes any admitted node. Use it with {@link #parameters}. */
    public SSLContext context() {
        return context(this::peer);
    }

    /** For a client that wants to reach exactly this node. Use it with {@link #parameters}. */
    public SSLContext contextTo(int number) {
        return context(chain -> {
            if (peer(chain).number() != number) {
                throw new EnrolException(
                        Code.WRONG_PEER,
                        "Another node than number " + number + " answers at this address. Check the address.");
            }
        });
    }

    private SSLContext context(PeerTrust.Check check) {
        try {
            return context(own.keyManagers(), new PeerTrust(check, own.trust().certificate()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("keys in memory need no disk", e);
        }
    }

    static SSLContext context(KeyManager[] keys, PeerTrust trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(PeerTrust.PROTOCOL);
        context.init(keys, new TrustManager[] {trust}, null);
        return context;
    }

    /**
     * TLS 1.3 only, and as a server, the other side's certificate wanted. It is not required, because who joins has none
     * yet; {@link #peer} refuses who has none.
     */
    public static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {PeerTrust.PROTOCOL});
        parameters.setWantClientAuth(true);
        return parameters;
    }

    /**
     * Who is at the other end of a connection, if it may be talked to now.
     *
     * @param certificates of the other end, its own first, as a TLS session has them; none if it showed none
     * @throws EnrolException {@code STRANGER} or {@code NOT_ADMITTED}
     */
    public PeerIdentity peer(Certificate... certificates) {
        PeerIdentity peer = own.trust().identify(certificates);
        // The county cannot be closed by its own log.
        Standing.State state = peer.isCounty() ? Standing.State.GOOD : standing.of(peer);
        if (state != Standing.State.GOOD) {
            throw new EnrolException(Code.NOT_ADMITTED, "Branch " + peer.number() + " " + state.meaning() + ".");
        }
        return peer;
    }
}
