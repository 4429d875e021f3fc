package linli.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final String COUNTY = "xx.linli/county";
    private static final Announcement OWN = new Announcement("xx.linli/heping", 12, COUNTY, 7443);
    private static final Announcement DONGMEN = new Announcement("xx.linli/dongmen", 13, COUNTY, 7444);
    private static final InetAddress CABLE = ip("192.168.1.2");
    private static final InetAddress RADIO = ip("10.0.0.2");
    private static final InetAddress THERE = ip("192.168.1.7");

    private final FakeMulticast network = new FakeMulticast();
    private final List<String> told = new ArrayList<>();
    private final Neighbours neighbours = new Neighbours(network, OWN, new Neighbours.Listener() {
        @Override
        public void appeared(Neighbour neighbour) {
            told.add("+" + neighbour.branch() + " " + neighbour.address());
        }

        @Override
        public void left(Neighbour neighbour) {
            told.add("-" + neighbour.branch() + " " + neighbour.address());
        }
    });

    /** Networks that a test plugs in and out, and speaks on. */
    private static final class FakeMulticast implements Multicast {
        final Set<InetAddress> plugged = new LinkedHashSet<>();
        final Set<InetAddress> broken = new HashSet<>();
        final Map<InetAddress, Ear> ears = new HashMap<>();
        boolean unknowable;

        @Override
        public Set<InetAddress> places() throws IOException {
            if (unknowable) {
                throw new IOException("no interfaces today");
            }
            return Set.copyOf(plugged);
        }

        @Override
        public Closeable join(InetAddress place, Announcement own, Ear ear) throws IOException {
            if (broken.contains(place)) {
                throw new IOException("no multicast here");
            }
            ears.put(place, ear);
            return () -> ears.remove(place);
        }

        void say(InetAddress place, String service, Announcement said, InetAddress... from) {
            ears.get(place).heard(service, new Heard(said.texts(), List.of(from), said.port()));
        }
    }

    private static InetAddress ip(String literal) {
        try {
            return InetAddress.getAllByName(literal)[0];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void plug(InetAddress... places) {
        network.plugged.addAll(List.of(places));
        neighbours.look();
    }

    private void unplug(InetAddress place) {
        network.plugged.remove(place);
        neighbours.look();
    }

    @Test
    void aNodeOfTheSameCountyAppearsAndGoes() {
        plug(CABLE);
        network.say(CABLE, "linli-13", DONGMEN, THERE);
        assertEquals(
                List.of(new Neighbour("xx.linli/dongmen", 13, PeerAddress.parse("https://192.168.1.7:7444"))),
                neighbours.present());
        network.ears.get(CABLE).gone("linli-13");
        assertEquals(List.of("+13 https://192.168.1.7:7444", "-13 https://192.168.1.7:7444"), told);
        assertEquals(List.of(), neighbours.present());
    }

    @Test
    void anIpv6NeighbourCanBeAddressed() {
        plug(CABLE);
        network.say(CABLE, "linli-13", DONGMEN, ip("fd00::7"));
        PeerAddress address = neighbours.present().get(0).address();
        assertEquals("[fd00:0:0:0:0:0:0:7]", address.uri().getHost());
        assertEquals(address, PeerAddress.parse(address.toString()));
    }

    @Test
    void itselfAndOtherCountiesAreNoNeighbours() {
        plug(CABLE);
        network.say(CABLE, "linli-12", OWN, CABLE);
        network.say(CABLE, "linli-1", new Announcement("yy.linli/a", 1, "yy.linli/county", 7443), THERE);
        assertEquals(List.of(), told);
    }

    @Test
    void malformedAnnouncementsAreIgnored() {
        plug(CABLE);
        List<Map<String, String>> malformed = List.of(
                Map.of(),
                texts("branch", "-1"),
                texts("branch", "13x"),
                texts("branch", "１３"),
                texts("branch", "99999999999999999999"),
                texts("origin", ""),
                texts("origin", "a b"),
                texts("origin", "evil\nline"),
                texts("origin", "x".repeat(201)));
        malformed.forEach(
                texts -> network.ears.get(CABLE).heard("linli-13", new Multicast.Heard(texts, List.of(THERE), 7444)));
        network.ears.get(CABLE).heard("a", new Multicast.Heard(DONGMEN.texts(), List.of(), 7444));
        network.ears.get(CABLE).heard("b", new Multicast.Heard(DONGMEN.texts(), List.of(THERE), 0));
        assertEquals(List.of(), told);
    }

    private static Map<String, String> texts(String name, String value) {
        Map<String, String> texts = new HashMap<>(DONGMEN.texts());
        texts.put(name, value);
        return texts;
    }

    @Test
    void aHalfAnnouncementDoesNotSendAwayANeighbourThatIsThere() {
        plug(CABLE);
        network.say(CABLE, "linli-13", DONGMEN, THERE);
        network.ears.get(CABLE).heard("linli-13", new Multicast.Heard(Map.of(), List.of(THERE), 7444));
        assertEquals(1, neighbours.present().size());
        assertEquals(List.of("+13 https://192.168.1.7:7444"), told);
    }

    @Test
    void nobodyCanSendUsToOurOwnDoors() {
        plug(CABLE);
        network.say(CABLE, "linli-13", DONGMEN, ip("127.0.0.1"), ip("0.0.0.0"), ip("224.0.0.251"), ip("fe80::7"));
        assertEquals(List.of(), told);
    }

    @Test
    void aNeighbourThatMovedIsToldAsGoneAndAppeared() {
        plug(CABLE);
        network.say(CABLE, "linli-13", DONGMEN, THERE);
        network.say(CABLE, "linli-13", DONGMEN, THERE);
        network.say(CABLE, "linli-13", DONGMEN, ip("192.168.1.8"));
        assertEquals(
                List.of("+13 https://192.168.1.7:7444", "-13 https://192.168.1.7:7444", "+13 https://192.168.1.8:7444"),
                told);
    }

    @Test
    void heardOnTwoNetworksANeighbourIsOneUntilBothAreSilent() {
        plug(CABLE, RADIO);
        network.say(CABLE, "linli-13", DONGMEN, THERE);
        network.say(RADIO, "linli-13", DONGMEN, THERE);
        unplug(CABLE);
        assertEquals(1, neighbours.present().size());
        unplug(RADIO);
        assertEquals(List.of("+13 https://192.168.1.7:7444", "-13 https://192.168.1.7:7444"), told);
    }

    @Test
    void whatIsStillOnItsWayFromANetworkThatIsGoneIsNotBelieved() {
        plug(CABLE);
        Multicast.Ear ear = network.ears.get(CABLE);
        unplug(CABLE);
        ear.heard("linli-13", new Multicast.Heard(DONGMEN.texts(), List.of(THERE), 7444));
        assertEquals(List.of(), told);
    }

    @Test
    void aCrowdIsBoundedAndThoseThatWereThereStay() {
        plug(CABLE);
        network.say(CABLE, "linli-13", DONGMEN, THERE);
        for (int branch = 1_000; branch < 2_000; branch++) {
            Announcement one = new Announcement("xx.linli/" + branch, branch, COUNTY, 7443);
            network.say(CABLE, "linli-" + branch, one, THERE);
        }
        assertEquals(64, neighbours.present().size());
        assertTrue(neighbours.present().stream().anyMatch(one -> one.branch() == 13));
    }

    @Test
    void networksThatComeGoAndFailAreTakenAsTheyAre() {
        neighbours.look();
        network.broken.add(RADIO);
        plug(CABLE, RADIO);
        assertEquals(Set.of(CABLE), network.ears.keySet());
        network.broken.clear();
        neighbours.look();
        assertEquals(Set.of(CABLE, RADIO), network.ears.keySet());
        network.unknowable = true;
        neighbours.look();
        assertEquals(Set.of(), network.ears.keySet());
        network.unknowable = false;
        neighbours.look();
        assertEquals(Set.of(CABLE, RADIO), network.ears.keySet());
    }

    @Test
    void closingLeavesEveryNetwork() {
        plug(CABLE, RADIO);
        network.say(CABLE, "linli-13", DONGMEN, THERE);
        neighbours.close();
        neighbours.close();
        assertTrue(network.ears.isEmpty());
        assertEquals(List.of("+13 https://192.168.1.7:7444", "-13 https://192.168.1.7:7444"), told);
        assertEquals(List.of(), neighbours.present());
    }
}
