package linli.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import linli.log.ForkProof;
import linli.log.LogException;
import linli.log.Mirror;
import linli.log.Tile;
import linli.wire.AddEntriesHeader;
import linli.wire.EntryPackage;
import linli.wire.PackageReader;
import linli.wire.WireException;

/**
 * One add-entries request (tlog-mirror): its packages go to the copy one by one, and what was kept is durable before it is
 * answered.
 *
 * <p>Two that bring the same log at once do not wait for each other, so a slow one cannot keep a log from everybody else: the
 * copy takes each package by itself, whoever brings it, and knows those that it has.
 */
final class Upload {
    /** How far behind the wanted entry an upload may begin: one run, as packages end with runs. */
    private static final long MOST_OVERLAP = Tile.FULL_WIDTH;

    private final Mirror mirror;
    private final AddEntriesHeader header;
    private final Cosigning cosigning;
    private boolean kept;

    Upload(Mirror mirror, AddEntriesHeader header, Cosigning cosigning) {
        this.mirror = mirror;
        this.header = header;
        this.cosigning = cosigning;
    }

    /** The answer, after as much of the body as is good was taken. */
    Reply take(InputStream body) {
        return refusal().orElseGet(() -> taken(body));
    }

    private Optional<Reply> refusal() {
        Optional<ForkProof> fork = mirror.fork();
        if (fork.isPresent()) {
            return fork.map(proof -> Replies.forked(mirror.origin(), proof));
        }
        if (mirror.head().isEmpty()) {
            return Optional.of(Replies.nothingPending());
        }
        // More may be here than this checkpoint covers, for a longer one whose last entries are missing.
        long next = Math.min(mirror.next(), header.end());
        boolean wanted =
                mirror.isAccepted(header.end()) && header.start() <= next && header.start() >= next - MOST_OVERLAP;
        return wanted ? Optional.empty() : Optional.of(Replies.otherwise(mirror, header.end()));
    }

    private Reply taken(InputStream body) {
        Optional<Reply> trouble = receive(new PackageReader(body, header));
        mirror.settle();
        return trouble.orElseGet(this::progress);
    }

    /** Empty when the body was good as far as it went. */
    private Optional<Reply> receive(PackageReader packages) {
        try {
            Optional<EntryPackage> next = packages.next();
            while (next.isPresent()) {
                EntryPackage one = next.get();
                mirror.receive(one.first(), one.entries(), one.path());
                kept = true;
                next = packages.next();
            }
            return Optional.empty();
        } catch (WireException e) {
            boolean cutShort = e.code() == WireException.Code.TRUNCATED && kept;
            return cutShort ? Optional.empty() : Optional.of(Replies.unreadable(e));
        } catch (IOException e) {
            // A line that broke is a body that ended: what came before counts, and the answer may still arrive.
            return Optional.of(Replies.goOn(mirror, header.end()));
        } catch (LogException e) {
            return Optional.of(refused(e));
        }
    }

    private Reply refused(LogException e) {
        // Another upload or a newer checkpoint came between, so the proofs in this one are against a tree that is past.
        boolean overtaken = e.code() == LogException.Code.BAD_PROOF && !mirror.isAccepted(header.end());
        return overtaken || e.code() == LogException.Code.OUT_OF_ORDER
                ? Replies.otherwise(mirror, header.end())
                : Replies.refused(e);
    }

    private Reply progress() {
        return cosigning
                .line(mirror, header.end())
                .map(line -> Replies.taken(Optional.of(line)))
                .orElseGet(() -> Replies.goOn(mirror, header.end()));
    }
}
