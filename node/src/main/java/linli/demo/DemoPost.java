package linli.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Carries slips from each community to the next, while the stories of several are told at one time. A community waits for the
 * slip of the one before it alone, so whoever tells them in their order never waits in a circle.
 */
public final class DemoPost {
    private final List<CompletableFuture<Optional<DemoTransfer>>> slips;

    /** @param communities how many there are, with branch numbers from 1 */
    public DemoPost(int communities) {
        this.slips = Stream.generate(CompletableFuture<Optional<DemoTransfer>>::new)
                .limit(communities)
                .toList();
    }

    /** The branch to which one sends; empty where there is no other. */
    Optional<Integer> next(int branch) {
        return slips.size() == 1 ? Optional.empty() : Optional.of(branch % slips.size() + 1);
    }

    void bring(int from, Optional<DemoTransfer> slip) {
        slips.get(from - 1).complete(slip);
    }

    /** The story of a branch broke off; nobody waits for its slip any more. */
    public void breakOff(int branch, Throwable cause) {
        slips.get(branch - 1).completeExceptionally(cause);
    }

    /** What the one before it sent. The first finds what is for it when it runs and meets the county. */
    Optional<DemoTransfer> awaitFor(int branch) {
        return IntStream.of(branch - 1)
                .filter(before -> before > 0)
                .mapToObj(before -> slips.get(before - 1).join())
                .findFirst()
                .flatMap(slip -> slip);
    }
}
