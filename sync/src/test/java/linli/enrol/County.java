package linli.enrol;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import linli.enrol.Standing.State;

/** A county for tests, with nodes that have joined it and a log that says how branches stand. */
final class County {
    static final String ORIGIN = "xx.linli";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    final Authority authority;
    final Map<Integer, State> standing = new ConcurrentHashMap<>();
    private final Path folder;

    County(Path folder) {
        this(folder, ORIGIN);
    }

    County(Path folder, String origin) {
        this.folder = folder;
        this.authority = Authority.create(folder.resolve("county"), origin, CLOCK);
    }

    /** Credentials of a node in a folder of its own. */
    Credentials node(int number) {
        String origin = number == 0 ? authority.origin() : EnrolAnswer.origin(authority.origin(), "branch-" + number);
        standing.put(number, State.GOOD);
        CredentialsRequest request = CredentialsRequest.prepare(folder.resolve("node-" + number));
        return request.accept(authority.issue(number, origin, request.signing(), CLOCK), authority.certificate());
    }

    PeerTls tls(int number) {
        return new PeerTls(node(number), this::standing);
    }

    /** A certificate that the county would not issue like this, but that its authority has signed. */
    X509Certificate signed(NodeName name, String origin, PublicKey key) {
        KeyPair keys = new KeyPair(authority.certificate().getPublicKey(), authorityKey());
        return Certificates.node(keys, name, origin, key, CLOCK.instant());
    }

    private PrivateKey authorityKey() {
        return new TlsFolder(folder.resolve("county"))
                .read("authority.pem", contents -> Pem.privateKey(contents.get(0)), Pem.KEY, Pem.CERTIFICATE)
                .orElseThrow();
    }

    State standing(PeerIdentity peer) {
        return standing.getOrDefault(peer.number(), State.UNKNOWN);
    }
}
