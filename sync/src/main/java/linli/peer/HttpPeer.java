package linli.peer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import linli.log.Hash;
import linli.log.Tile;
import linli.mirror.Reply;
import linli.peer.PeerException.Code;
import linli.wire.BoundedBody;
import linli.wire.LogList;
import linli.wire.MediaTypes;
import linli.wire.WireException;
import linli.wire.WireLimits;

/**
 * Another node, reached over HTTPS. Neither redirects nor proxies nor cookies are followed, and every answer is bounded in time
 * and bytes.
 *
 * <p>HTTP/1.1: a transfer is a few large bodies, each on its own connection, and those need no window that both sides keep
 * opening.
 */
public final class HttpPeer implements Peer {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final URI address;
    private final HttpClient client;
    private final TimeLimits limits;

    /**
     * A node at an address; nothing is asked yet.
     *
     * @param address such as {@code https://host:port/}
     * @param tls with this node's certificate, and an {@link javax.net.ssl.X509ExtendedTrustManager} that decides who the other
     *     is. The client asks for the host's name to be checked too, but the platform leaves that to such a trust manager, as it
     *     should be here: nodes have no names in the DNS
     * @param parameters which versions of TLS to speak
     */
    public HttpPeer(URI address, SSLContext tls, SSLParameters parameters, TimeLimits limits) {
        if (!"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("nodes talk over https only");
        }
        this.address = address;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .sslParameters(parameters)
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    @Override
    public String name() {
        return address.getAuthority();
    }

    @Override
    public Optional<LogList> logs(String known) throws PeerException {
        HttpRequest.Builder request = to("logs").GET();
        if (!known.isEmpty()) {
            request.header("If-None-Match", '"' + known + '"');
        }
        Exchange exchange = new Exchange(limits, WireLimits.LOG_LIST_BYTES);
        HttpResponse<byte[]> answer = ask(request, exchange);
        if (answer.statusCode() == NOT_MODIFIED && !known.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = good(answer);
        return Optional.of(Refusals.understood(name(), () -> LogList.ofBytes(body)));
    }

    @Override
    public byte[] tile(String log, Tile tile) throws PeerException {
        HttpRequest.Builder request = to("log/" + log + "/" + tile.path()).GET();
        int mostBytes = tile.isEntries() ? WireLimits.BUNDLE_BYTES : tile.width() * Hash.SIZE_BYTES;
        if (tile.isEntries()) {
            request.header("Accept-Encoding", "gzip");
        }
        HttpResponse<byte[]> answer =
                ask(request, new Exchange(limits, Math.max(mostBytes, WireLimits.MIRROR_INFO_BYTES)));
        return unpacked(answer, good(answer), mostBytes);
    }

    private byte[] unpacked(HttpResponse<byte[]> answer, byte[] body, int mostBytes) throws PeerException {
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        try {
            return switch (encoding) {
                case "identity" -> body;
                case "gzip" -> BoundedBody.read(new GZIPInputStream(new ByteArrayInputStream(body)), mostBytes);
                default -> throw new IOException("an encoding that nobody asked for");
            };
        } catch (IOException | WireException e) {
            throw new PeerException(Code.MISBEHAVED, name() + " packed an answer in a way that is none", e);
        }
    }

    @Override
    public Reply addCheckpoint(byte[] body) throws PeerException {
        return post("mirror/add-checkpoint", MediaTypes.TEXT, body);
    }

    @Override
    public Reply addEntries(EntriesBody body) throws PeerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
        } catch (IOException e) {
            throw new PeerException(Code.DISK, "the entries to be sent cannot be read", e);
        }
        return post("mirror/add-entries", MediaTypes.OCTETS, bytes.toByteArray());
    }

    private Reply post(String path, String mediaType, byte[] body) throws PeerException {
        Exchange exchange = new Exchange(limits, WireLimits.COSIGNATURES_BYTES);
        HttpRequest.Builder request = to(path).header("Content-Type", mediaType).POST(exchange.sending(body));
        HttpResponse<byte[]> answer = ask(request, exchange);
        return new Reply(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve("/" + path)).header("User-Agent", "linli");
    }

    private byte[] good(HttpResponse<byte[]> answer) throws PeerException {
        if (answer.statusCode() != OK) {
            throw Refusals.unexpected(name(), answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request, Exchange exchange) throws PeerException {
        try {
            return exchange.await(client.sendAsync(request.build(), exchange));
        } catch (ExecutionException e) {
            throw HttpTrouble.of(name(), e);
        } catch (TimeoutException e) {
            throw new PeerException(Code.TOO_SLOW, name() + " does not answer in time; it is tried again by itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException(Code.UNREACHABLE, "this node is ending; the transfer goes on later", e);
        }
    }

    /** Nothing to do: connections end by themselves soon after the last request, with the threads that served them. */
    @Override
    public void close() {}
}
