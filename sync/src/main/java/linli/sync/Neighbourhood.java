package linli.sync;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is nearby just now. One node can be heard at several places; it appears once, and goes when the last of them is silent. */
final class Neighbourhood {
    /** Whoever shouts more names than this on our network drowns the rest; peers that the operator named are not touched. */
    static final int MOST = 64;

    private record Source(InetAddress place, String service) {}

    private final Announcement own;
    private final Neighbours.Listener listener;
    private final Set<InetAddress> places = new HashSet<>();
    private final Map<Source, Neighbour> heard = new HashMap<>();

    Neighbourhood(Announcement own, Neighbours.Listener listener) {
        this.own = own;
        this.listener = listener;
    }

    /** Listens at a place; what comes from there is kept apart from what comes from elsewhere. */
    synchronized Multicast.Ear earAt(InetAddress place) {
        places.add(place);
        return new Multicast.Ear() {
            @Override
            public void heard(String service, Multicast.Heard what) {
                // jmDNS may tell a half of it again; that says nothing new about a neighbour that is there.
                Neighbour.of(what, own).ifPresent(neighbour -> put(new Source(place, service), neighbour));
            }

            @Override
            public void gone(String service) {
                put(new Source(place, service), null);
            }
        };
    }

    /** Nothing is heard at a place any more, whatever is still on its way from there. */
    synchronized void fallSilent(InetAddress place) {
        List<Source> there = heard.keySet().stream()
                .filter(source -> source.place.equals(place))
                .toList();
        there.forEach(source -> put(source, null));
        places.remove(place);
    }

    synchronized List<Neighbour> present() {
        return heard.values().stream().distinct().toList();
    }

    private synchronized void put(Source source, @Nullable Neighbour neighbour) {
        if (!places.contains(source.place)) {
            return;
        }
        Set<Neighbour> before = new HashSet<>(heard.values());
        if (neighbour == null) {
            heard.remove(source);
        } else if (heard.containsKey(source) || heard.size() < MOST) {
            heard.put(source, neighbour);
        }
        tell(before, new HashSet<>(heard.values()));
    }

    private void tell(Set<Neighbour> before, Set<Neighbour> after) {
        before.stream().filter(one -> !after.contains(one)).forEach(listener::left);
        after.stream().filter(one -> !before.contains(one)).forEach(listener::appeared);
    }
}
