package linli.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one test that needs multicast, over loopback; it is skipped where the machine has none. */
class JmdnsMulticastTest {
    private static final Announcement HEPING = new Announcement("xx.linli/heping", 12, "xx.linli/county", 7443);
    private static final Announcement DONGMEN = new Announcement("xx.linli/dongmen", 13, "xx.linli/county", 7444);

    private record Told(String service, Multicast.Heard heard) {}

    private static final class Remembering implements Multicast.Ear {
        final BlockingQueue<Told> heard = new LinkedBlockingQueue<>();
        final BlockingQueue<String> gone = new LinkedBlockingQueue<>();

        @Override
        public void heard(String service, Multicast.Heard what) {
            heard.add(new Told(service, what));
        }

        @Override
        public void gone(String service) {
            gone.add(service);
        }

        Told of(Announcement announcement) throws InterruptedException {
            Told told = heard.poll(15, TimeUnit.SECONDS);
            while (told != null && !announcement.texts().equals(told.heard.texts())) {
                told = heard.poll(15, TimeUnit.SECONDS);
            }
            return told;
        }
    }

    @Test
    @Timeout(60)
    void twoNodesHearEachOtherAndTheGoodbyeAndLeaveNoThreadBehind() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        assumeTrue(carriesMulticast(loopback), "this machine's loopback carries no multicast");
        JmdnsMulticast multicast = new JmdnsMulticast();
        Remembering heping = new Remembering();
        try (Closeable first = multicast.join(loopback, HEPING, heping)) {
            assertNotNull(first);
            Remembering dongmen = new Remembering();
            Told atFirst;
            try (Closeable second = multicast.join(loopback, DONGMEN, dongmen)) {
                assertNotNull(second);
                atFirst = heping.of(DONGMEN);
                assertNotNull(atFirst, "the first node has not heard the second");
                assertEquals(7444, atFirst.heard().port());
                assertNotNull(dongmen.of(HEPING), "the second node has not heard the first");
            }
            assertEquals(atFirst.service(), heping.gone.poll(15, TimeUnit.SECONDS));
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            assertFalse(outlives(thread), "left behind: " + thread.getName());
        }
    }

    private static boolean outlives(Thread thread) throws InterruptedException {
        if (thread.getName().contains("JmDNS") || thread.getName().contains("linli-1")) {
            thread.join(Duration.ofSeconds(10).toMillis());
            return thread.isAlive();
        }
        return false;
    }

    private static boolean carriesMulticast(InetAddress loopback) {
        try (MulticastSocket socket = new MulticastSocket(0)) {
            NetworkInterface network = NetworkInterface.getByInetAddress(loopback);
            InetSocketAddress group = new InetSocketAddress("224.0.0.251", socket.getLocalPort());
            socket.setNetworkInterface(network);
            socket.joinGroup(group, network);
            socket.setSoTimeout((int) Duration.ofSeconds(2).toMillis());
            socket.send(new DatagramPacket(new byte[] {1}, 1, group));
            socket.receive(new DatagramPacket(new byte[1], 1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
