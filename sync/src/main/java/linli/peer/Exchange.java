package linli.peer;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, watched for life: the client's own time limit ends with the answer's headers, and knows nothing of
 * a body that stalls.
 */
final class Exchange implements HttpResponse.BodyHandler<byte[]> {
    private static final int PART_BYTES = 1 << 16;

    private final TimeLimits limits;
    private final int mostBytes;
    private final long begunNanos = System.nanoTime();
    private volatile long aliveNanos = begunNanos;

    /** @param mostBytes of the answer's body; it is not read any further */
    Exchange(TimeLimits limits, int mostBytes) {
        this.limits = limits;
        this.mostBytes = mostBytes;
    }

    /** The answer's body is above its limit. */
    static final class Endless extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The body of the request; every part that the line takes is a sign of life. */
    BodyPublisher sending(byte[] body) {
        Iterable<byte[]> parts = () -> IntStream.iterate(0, at -> at < body.length, at -> at + PART_BYTES)
                .mapToObj(at -> part(body, at))
                .iterator();
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(parts), body.length);
    }

    private byte[] part(byte[] body, int at) {
        aliveNanos = System.nanoTime();
        return Arrays.copyOfRange(body, at, Math.min(body.length, at + PART_BYTES));
    }

    /** Waits as long as the other side shows life, and no longer than the limit. */
    <T> T await(CompletableFuture<T> answer) throws ExecutionException, TimeoutException, InterruptedException {
        try {
            while (true) {
                long patience = Math.min(left(limits.stalled(), aliveNanos), left(limits.whole(), begunNanos));
                if (patience <= 0) {
                    throw new TimeoutException();
                }
                if (isDone(answer, patience)) {
                    return answer.get();
                }
            }
        } finally {
            // Ends the exchange where it is not over, so that nothing more is read.
            answer.cancel(true);
        }
    }

    private static long left(Duration limit, long sinceNanos) {
        return limit.toNanos() - (System.nanoTime() - sinceNanos);
    }

    private static boolean isDone(CompletableFuture<?> answer, long nanos)
            throws ExecutionException, InterruptedException {
        try {
            answer.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo headers) {
        aliveNanos = System.nanoTime();
        return new Bounded();
    }

    /** Takes the body off the line up to its limit. */
    private final class Bounded implements BodySubscriber<byte[]> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription line;

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            line = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            aliveNanos = System.nanoTime();
            for (ByteBuffer part : parts) {
                if (bytes.size() + part.remaining() > mostBytes) {
                    cut();
                    return;
                }
                byte[] copy = new byte[part.remaining()];
                part.get(copy);
                bytes.writeBytes(copy);
            }
        }

        private void cut() {
            if (line != null) {
                line.cancel();
            }
            body.completeExceptionally(new Endless());
        }

        @Override
        public void onError(Throwable trouble) {
            body.completeExceptionally(trouble);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
