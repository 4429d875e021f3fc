package linli.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The peers that the operator named; {@link PeerFile} keeps them.
 *
 * @param county where the county answers; empty at the county itself, and at a node that reconciles by USB stick alone
 * @param others further nodes, at most {@value #MOST_OTHERS}
 * @param neighbours whether this node announces itself to its local network and looks for others there
 */
public record PeerBook(Optional<PeerAddress> county, List<PeerAddress> others, boolean neighbours) {
    static final int MOST_OTHERS = 64;

    /** What holds where nobody has written anything. */
    public static final PeerBook EMPTY = new PeerBook(Optional.empty(), List.of(), true);

    /** An {@link IllegalArgumentException} says what is too many or twice. */
    public PeerBook {
        others = List.copyOf(others);
        if (others.size() > MOST_OTHERS) {
            throw new IllegalArgumentException("more than " + MOST_OTHERS + " peers besides the county");
        }
        HashSet<PeerAddress> seen = new HashSet<>(county.stream().toList());
        others.forEach(other -> requireNew(seen, other));
    }

    private static void requireNew(HashSet<PeerAddress> seen, PeerAddress address) {
        if (!seen.add(address)) {
            throw new IllegalArgumentException(address + " stands there twice");
        }
    }

    /** This book with the county at another place, and no longer among the others if it was there. */
    public PeerBook withCounty(PeerAddress address) {
        List<PeerAddress> rest =
                others.stream().filter(other -> !other.equals(address)).toList();
        return new PeerBook(Optional.of(address), rest, neighbours);
    }

    /** Whom to try, each address once: the county, then the others in their order, then the neighbours heard. */
    public List<PeerAddress> contacts(Collection<Neighbour> heard) {
        Stream<PeerAddress> named = Stream.concat(county.stream(), others.stream());
        Stream<PeerAddress> nearby = neighbours ? heard.stream().map(Neighbour::address) : Stream.empty();
        LinkedHashSet<PeerAddress> once = new LinkedHashSet<>();
        Stream.concat(named, nearby).forEach(once::add);
        return List.copyOf(once);
    }
}
