package linli.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.log.Disk;
import linli.log.LogException;
import linli.log.Mirror;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.peer.Forks;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.peer.Pull;
import linli.peer.PullOutcome;
import linli.wire.HeldLog;
import linli.wire.LogList;
import org.jspecify.annotations.Nullable;

/**
 * A node that comes from a copy gets its own newest entries back from the county and from every other node it can reach, before it
 * writes again. What nobody else had been given is lost; only people can know whether there was any.
 */
public final class Recovery {
    private final Disk disk;
    private final NodeFolder node;
    private final Progress progress;

    /** For a node whose folder nobody has open. */
    public Recovery(NodeFolder node, Progress progress) {
        this(Disk.real(), node, progress);
    }

    /** For a node whose logs are on this disk. */
    public Recovery(Disk disk, NodeFolder node, Progress progress) {
        this.disk = disk;
        this.node = node;
        this.progress = progress;
    }

    /**
     * What one node had to give.
     *
     * @param peer its address
     * @param ownSize entries of this node's log that it has; 0 where it has none
     * @param problem why it could not be asked; then nothing is known of what it has
     */
    public record Answer(String peer, long ownSize, Optional<String> problem) {}

    /**
     * How it ended.
     *
     * @param answers one for each node that was to be asked, the county's first
     * @param before entries of the own log that were here
     * @param after entries that are here now
     * @param mayWrite whether the node may write again: the county has answered, or everybody has, and nothing is missing
     * @param forked whether somebody holds another log under this node's key; then the node's log is frozen
     */
    public record Outcome(List<Answer> answers, long before, long after, boolean mayWrite, boolean forked) {}

    /**
     * Asks everybody.
     *
     * @param peers the county first, where {@code withCounty}
     */
    public Outcome run(List<Peer> peers, boolean withCounty) {
        adopt();
        Outcome outcome;
        try (Mirrors mirrors = Mirrors.in(disk, node.folder())) {
            Mirror own = mirrors.of(node.log());
            long before = own.size();
            List<Answer> answers = new ArrayList<>();
            for (Peer peer : peers) {
                answers.add(ask(peer, mirrors, own));
            }
            boolean forked = own.fork().isPresent();
            outcome = new Outcome(answers, before, own.size(), !forked && enough(answers, withCounty, own), forked);
        }
        if (outcome.mayWrite()) {
            node.endHoldingBack();
        }
        return outcome;
    }

    private void adopt() {
        try {
            Mirror.adopt(disk, node.logFolder());
        } catch (LogException e) {
            if (e.code() != LogException.Code.NOT_A_LOG) {
                throw e;
            }
            // The disk died with everything on it: all of it comes from others.
        }
    }

    /** The county's word is enough, since every node brings it everything; else everybody's is needed. */
    private static boolean enough(List<Answer> answers, boolean withCounty, Mirror own) {
        boolean countyAnswered = withCounty && answers.get(0).problem().isEmpty();
        boolean allAnswered = !answers.isEmpty()
                && answers.stream().allMatch(answer -> answer.problem().isEmpty());
        long longest = answers.stream().mapToLong(Answer::ownSize).max().orElse(0);
        // A fetch that broke off has shown that the log's key signed more than is here.
        long signed = own.head().map(SignedCheckpoint::size).orElse(0L);
        return (countyAnswered || allAnswered) && own.complete().isPresent() && own.size() >= Math.max(longest, signed);
    }

    private Answer ask(Peer peer, Mirrors mirrors, Mirror own) {
        try {
            Map<String, HeldLog> held = peer.logs("").map(LogList::logs).orElse(List.of()).stream()
                    .collect(Collectors.toMap(HeldLog::origin, log -> log));
            if (!node.isCounty()) {
                fetch(
                        peer,
                        mirrors.of(node.county()),
                        node.county(),
                        held.get(node.county().name()));
            }
            HeldLog ours = held.get(node.origin());
            fetch(peer, own, node.log(), ours);
            return new Answer(peer.name(), ours == null ? 0 : ours.claimedSize(), Optional.empty());
        } catch (PeerException e) {
            return new Answer(peer.name(), 0, Optional.of(String.valueOf(e.getMessage())));
        } catch (LogException e) {
            return new Answer(peer.name(), 0, Optional.of("what it gave cannot be kept: " + e.getMessage()));
        }
    }

    private void fetch(Peer peer, Mirror mirror, Vkey key, @Nullable HeldLog theirs) throws PeerException {
        if (theirs == null || mirror.fork().isPresent()) {
            return;
        }
        SignedCheckpoint offered = SignedCheckpoint.of(theirs.checkpoint(), key);
        Optional<SignedCheckpoint> complete = mirror.complete();
        if (complete.isPresent() && offered.size() <= complete.get().size()) {
            if (!mirror.root(offered.size()).equals(offered.root())) {
                mirror.freeze(Forks.between(offered, complete.get(), mirror));
            }
            return;
        }
        PullOutcome outcome = new Pull(peer, progress).fetch(mirror, key, theirs);
        if (outcome instanceof PullOutcome.Overtaken) {
            throw new PeerException(
                    PeerException.Code.UNREACHABLE, peer.name() + " could not give all of it; ask again");
        }
    }
}
