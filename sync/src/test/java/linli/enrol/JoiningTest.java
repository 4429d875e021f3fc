package linli.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import linli.enrol.EnrolException.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path dir;

    County county;
    Path node;

    @BeforeEach
    void found() {
        county = new County(dir);
        node = dir.resolve("joining");
    }

    @Test
    void aPersonSeesTheCountysFingerprintBeforeAnythingIsSent() throws IOException {
        try (TlsServer server = TlsServer.of(county.tls(0))) {
            assertEquals(county.authority.fingerprint(), Joining.look(server.address(), SOON));
        }
    }

    @Test
    void afterThatItSpeaksWithThisCountyOnly() throws IOException {
        try (TlsServer server = TlsServer.of(county.tls(0))) {
            assertEquals('n', server.ask(Joining.contextTo(county.authority.fingerprint())));
            Fingerprint another = Fingerprint.of(TlsKeys.fresh().getPublic());
            assertThrows(IOException.class, () -> server.ask(Joining.contextTo(another)));
        }
    }

    @Test
    void aBranchCannotPoseAsItsCounty() throws IOException {
        try (TlsServer server = TlsServer.of(county.tls(7))) {
            assertCode(Code.WRONG_PEER, () -> Joining.look(server.address(), SOON));
            assertThrows(IOException.class, () -> server.ask(Joining.contextTo(county.authority.fingerprint())));
        }
    }

    @Test
    void whoSaysNothingIsNotWaitedForForEver() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) silent.getLocalSocketAddress();
            assertCode(Code.UNREACHABLE, () -> Joining.look(address, Duration.ofMillis(200)));
        }
    }

    @Test
    void aHostThatDoesNotExistIsUnreachable() {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("no-such-host.invalid", 7071);
        assertCode(Code.UNREACHABLE, () -> Joining.look(nowhere, SOON));
    }

    @Test
    void theAnswerBecomesCredentialsThatComeBack() {
        CredentialsRequest request = CredentialsRequest.prepare(node);
        assertFalse(Credentials.exist(node));
        Credentials accepted = request.accept(answer(request, 12), county.authority.fingerprint());
        assertEquals(12, accepted.identity().number());
        assertEquals(accepted.identity(), Credentials.open(node).identity());
        assertEquals("xx.linli", Credentials.open(node).countyOrigin());
        assertEquals(county.authority.fingerprint(), Credentials.open(node).countyFingerprint());
        assertFalse(Files.exists(node.resolve("tls/request.pem")));
    }

    @Test
    void askingAgainAfterACrashAsksWithTheSameKey() {
        SigningRequest first = CredentialsRequest.prepare(node).signing();
        SigningRequest second = CredentialsRequest.prepare(node).signing();
        assertEquals(first.pem(), second.pem());
    }

    @Test
    void aRotationHasANewKeyAndLeavesTheOldCredentialsUntilTheAnswer() throws IOException {
        CredentialsRequest request = CredentialsRequest.prepare(node);
        byte[] answered = Files.readAllBytes(node.resolve("tls/request.pem"));
        PeerIdentity before = request.accept(answer(request, 12), county.authority.fingerprint())
                .identity();
        // As after a crash between the two steps of accepting.
        Files.write(node.resolve("tls/request.pem"), answered);
        ownerOnly(node.resolve("tls/request.pem"));
        CredentialsRequest rotation = CredentialsRequest.prepare(node);
        assertNotEquals(before.key(), Fingerprint.of(rotation.signing().key()));
        assertEquals(before, Credentials.open(node).identity());
        rotation.accept(answer(rotation, 12), county.authority.fingerprint());
        assertEquals(
                Fingerprint.of(rotation.signing().key()),
                Credentials.open(node).identity().key());
    }

    @Test
    void anAnswerThatDoesNotFitIsRefusedAndLeavesTheRequest() {
        CredentialsRequest request = CredentialsRequest.prepare(node);
        CredentialsRequest other = CredentialsRequest.prepare(dir.resolve("other"));
        Fingerprint confirmed = county.authority.fingerprint();
        EnrolAnswer good = answer(request, 12);
        County impostor = new County(dir.resolve("impostor"));
        assertCode(Code.MALFORMED, () -> request.accept(answer(other, 12), confirmed));
        assertCode(Code.MALFORMED, () -> request.accept(numbered(good, 13, good.origin()), confirmed));
        assertCode(Code.MALFORMED, () -> request.accept(numbered(good, 12, "xx.linli/other"), confirmed));
        assertCode(Code.OTHER_COUNTY, () -> request.accept(good, impostor.authority.fingerprint()));
        assertFalse(Credentials.exist(node));
        assertEquals(
                request.signing().pem(),
                CredentialsRequest.prepare(node).signing().pem());
    }

    private EnrolAnswer answer(CredentialsRequest request, int number) {
        String origin = EnrolAnswer.origin("xx.linli", "heping");
        return new EnrolAnswer(
                number,
                origin,
                EnrolMessagesTest.countyVkey(),
                county.authority.certificate(),
                county.authority.issue(number, origin, request.signing(), County.CLOCK),
                0);
    }

    private static EnrolAnswer numbered(EnrolAnswer answer, int number, String origin) {
        return new EnrolAnswer(
                number, origin, answer.county(), answer.countyCertificate(), answer.certificate(), answer.firstIndex());
    }

    private static void ownerOnly(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void assertCode(Code code, Executable act) {
        assertEquals(code, assertThrows(EnrolException.class, act).code());
    }
}
