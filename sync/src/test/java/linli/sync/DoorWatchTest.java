package linli.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorWatchTest {
    private static final Duration EVERY = Duration.ofMillis(20);
    private static final int LONG_SECONDS = 20;

    private final BlockingQueue<PeerAddress> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> rounds = new LinkedBlockingQueue<>();
    private volatile List<PeerAddress> lost = List.of();
    private PeerAddress door;
    private DoorWatch watch;

    @BeforeEach
    void begin() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door = PeerAddress.of(free.getInetAddress(), free.getLocalPort());
        }
        watch = DoorWatch.start(EVERY, this::lost, told::add);
    }

    private List<PeerAddress> lost() {
        rounds.add(1);
        return lost;
    }

    @AfterEach
    void end() {
        watch.close();
    }

    private ServerSocket open() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(door.host(), door.port()), 50);
        return socket;
    }

    /** Waits until so many rounds have begun, so that the one before the last is over or on its way. */
    private void rounds(int many) throws InterruptedException {
        rounds.clear();
        for (int i = 0; i < many; i++) {
            assertEquals(1, rounds.poll(LONG_SECONDS, TimeUnit.SECONDS));
        }
    }

    private PeerAddress next() throws InterruptedException {
        return told.poll(LONG_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aDoorThatOpensIsToldOfOnce() throws IOException, InterruptedException {
        lost = List.of(door);
        rounds(3);
        assertNull(told.peek());
        try (ServerSocket there = open()) {
            assertEquals(door, next());
            rounds(10);
            assertNull(told.peek(), () -> there + " was told of twice");
        }
    }

    @Test
    void aDoorThatShutsAndOpensAgainIsToldOfAgain() throws IOException, InterruptedException {
        lost = List.of(door);
        try (ServerSocket there = open()) {
            assertEquals(door, next(), there::toString);
        }
        rounds(10);
        try (ServerSocket again = open()) {
            assertEquals(door, next(), again::toString);
        }
    }

    @Test
    void nobodyKnocksAtADoorThatIsNotLost() throws IOException, InterruptedException {
        try (ServerSocket there = open()) {
            rounds(5);
            assertNull(told.peek(), there::toString);
        }
    }

    @Test
    void aNodeThatWasMetAndIsLostAgainIsKnockedForAfresh() throws IOException, InterruptedException {
        try (ServerSocket there = open()) {
            lost = List.of(door);
            assertEquals(door, next(), there::toString);
            lost = List.of();
            rounds(5);
            lost = List.of(door);
            assertEquals(door, next());
        }
    }

    @Test
    void aNameThatNobodyKnowsHoldsUpNoOther() throws IOException, InterruptedException {
        lost = List.of(new PeerAddress("nobody.invalid", 7443), door);
        try (ServerSocket there = open()) {
            assertEquals(door, next(), there::toString);
        }
    }
}
