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
 * A node that comes from a copy gets its own newest entries back from the county and from every other node it knows, before it writes
 * again (DESIGN §7.3). What nobody else had been given is lost; only people can know whether there was any.
 *
 * <p>The county's word alone is not enough: with its line cut, a node meets its neighbours, and then one of them holds more than
 * the county. If the node wrote on from what the county has, its key would have signed two logs. So everybody who is known must
 * answer. Who never met the node since the copy was made, or is gone for good, is left out by whoever asks, knowingly; the county
 * never is.
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
     * @param frozen whether it says that this node's key has signed two logs
     * @param problem why it could not be asked; then nothing is known of what it has
     */
    public record Answer(String peer, long ownSize, boolean frozen, Optional<String> problem) {}

    /**
     * How it ended.
     *
     * @param answers one for each node that was to be asked, in that order
     * @param before entries of the own log that were here
     * @param after entries that are here now
     * @param mayWrite whether the node may write again: everybody has answered, and nothing is missing
     * @param forked whether somebody was found to hold another log under this node's key; then the node's log is frozen
     */
    public record Outcome(List<Answer> answers, long before, long after, boolean mayWrite, boolean forked) {}

    /**
     * Asks everybody, and lets the node write again if that is enough.
     *
     * @param peers the county, where there is one to ask, and everybody else who may have been given entries of this node
     * @throws LogException IN_USE while a node is running on the folder; DAMAGED, DISK
     */
    public Outcome run(List<Peer> peers) {
        adopt();
        // Whoever asks is not sure of its own newest entry; whatever breaks off from here on, it writes nothing.
        node.holdBack();
        Outcome outcome;
        try (Mirrors mirrors = Mirrors.in(disk, node.folder())) {
            Mirror own = mirrors.of(node.log());
            long before = own.size();
            List<Answer> answers = new ArrayList<>();
            for (Peer peer : peers) {
                answers.add(ask(peer, mirrors, own));
            }
            boolean forked = own.fork().isPresent();
            outcome = new Outcome(answers, before, own.size(), !forked && enough(answers, own), forked);
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

    private static boolean enough(List<Answer> answers, Mirror own) {
        boolean allAnswered = !answers.isEmpty()
                && answers.stream().allMatch(answer -> answer.problem().isEmpty() && !answer.frozen());
        long longest = answers.stream().mapToLong(Answer::ownSize).max().orElse(0);
        // A fetch that broke off has shown that the log's key signed more than is here.
        long signed = own.head().map(SignedCheckpoint::size).orElse(0L);
        return allAnswered && own.complete().isPresent() && own.size() >= Math.max(longest, signed);
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
            return ours == null
                    ? new Answer(peer.name(), 0, false, Optional.empty())
                    : new Answer(peer.name(), ours.claimedSize(), ours.frozen(), Optional.empty());
        } catch (PeerException e) {
            return unanswered(peer, String.valueOf(e.getMessage()));
        } catch (LogException e) {
            return unanswered(peer, "what it gave cannot be kept: " + e.getMessage());
        }
    }

    private static Answer unanswered(Peer peer, String problem) {
        return new Answer(peer.name(), 0, false, Optional.of(problem));
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
