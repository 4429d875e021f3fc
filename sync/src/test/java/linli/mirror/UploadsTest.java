package linli.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import linli.log.Tile;
import linli.wire.MirrorInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several who bring entries at the same time. */
@Timeout(60)
class UploadsTest {
    private static final int SIZE = 3000;

    /** Whoever is sent round again was overtaken by a package of somebody else, and there are only so many. */
    private static final int MOST_ROUNDS = 2 + SIZE / Tile.FULL_WIDTH;

    @TempDir
    Path disk;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private County county;
    private BranchLog branch;

    @BeforeEach
    void open() {
        county = new County(disk.resolve("county"));
        branch = BranchLog.of(disk.resolve("branch"), SIZE);
    }

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        branch.close();
        county.close();
    }

    private Reply bring(InputStream body) {
        return county.desk.addEntries(body);
    }

    /** As an honest client does: sends what is wanted until there is a cosignature. */
    private int push() {
        long start = 0;
        int requests = 1;
        Reply reply = bring(new ByteArrayInputStream(branch.addEntries(start, SIZE)));
        while (reply.status() != 200) {
            assertTrue(reply.status() == 202 || reply.status() == 409, reply::toString);
            start = MirrorInfo.ofBytes(reply.body()).nextEntry();
            reply = bring(new ByteArrayInputStream(branch.addEntries(start, SIZE)));
            requests++;
        }
        return requests;
    }

    @Test
    void severalWhoBringOneLogAllSucceedAndTheCopyIsTheLog() throws Exception {
        assertEquals(
                200, county.desk.addCheckpoint(branch.addCheckpoint(0, SIZE)).status());
        List<Callable<Integer>> pushers = List.of(this::push, this::push, this::push);
        for (Future<Integer> pusher : threads.invokeAll(pushers)) {
            assertTrue(pusher.get() <= MOST_ROUNDS, "nobody is sent round without somebody getting on");
        }
        assertEquals(branch.root(SIZE), county.copy().root(SIZE));
        county.settled();
        assertEquals(SIZE, county.ledger.standings().get(1).posted());
    }

    @Test
    void oneWhoStopsInTheMiddleKeepsTheLogFromNobody() throws Exception {
        assertEquals(
                200, county.desk.addCheckpoint(branch.addCheckpoint(0, SIZE)).status());
        byte[] body = branch.addEntries(0, SIZE);
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        InputStream half =
                new SequenceInputStream(new ByteArrayInputStream(body, 0, body.length / 2), new Stopped(stopped, end));
        Future<Reply> slow = threads.submit(() -> bring(half));
        stopped.await();
        assertTrue(push() <= 3);
        end.countDown();
        assertEquals(200, slow.get().status(), "all of it is here, whoever brought it");
    }

    @Test
    void onlySoManyUploadsAreHeldInMemory() throws Exception {
        CountDownLatch reading = new CountDownLatch(4);
        CountDownLatch end = new CountDownLatch(1);
        List<Future<Reply>> slow = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            slow.add(threads.submit(() -> bring(new Stopped(reading, end))));
        }
        reading.await();
        assertEquals(503, bring(InputStream.nullInputStream()).status());
        end.countDown();
        for (Future<Reply> one : slow) {
            assertEquals(400, one.get().status());
        }
        assertEquals(400, bring(InputStream.nullInputStream()).status(), "there is room again");
    }

    /** A line on which nothing comes until it ends. */
    private static final class Stopped extends InputStream {
        private final CountDownLatch reading;
        private final CountDownLatch end;

        Stopped(CountDownLatch reading, CountDownLatch end) {
            this.reading = reading;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            reading.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }
}
