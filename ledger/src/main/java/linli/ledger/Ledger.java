package linli.ledger;

import com.google.common.util.concurrent.Uninterruptibles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.OfficeEvent.CountyWitnessed;
import linli.entry.RequestId;
import linli.log.ForkProof;
import linli.log.Log;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.Note;
import linli.log.NoteSignature;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;

/**
 * One node's ledger, open for writing: the door through which every event goes.
 *
 * <p>Safe for any number of threads. What {@link #submit} answered as recorded is on the disk and posted. One process holds a
 * node's folder at a time.
 */
public final class Ledger implements AutoCloseable {
    private final NodeFolder node;
    private final Log log;
    private final Mirrors mirrors;
    private final AccountStore store;
    private final Bookkeeper bookkeeper;
    private final Books books;
    private final InstantSource clock;
    private final Writer writer;
    private final Thread thread;

    Ledger(
            NodeFolder node,
            Log log,
            Mirrors mirrors,
            SigningKey key,
            Machine machine,
            Bookkeeper bookkeeper,
            AccountStore store) {
        this.node = node;
        this.log = log;
        this.mirrors = mirrors;
        this.bookkeeper = bookkeeper;
        this.store = store;
        this.books = new Books(node.branch(), store);
        this.clock = machine.clock();
        this.writer = new Writer(log, node, key, machine, store, bookkeeper);
        if (node.isHeldBack()) {
            writer.holdBack();
        }
        this.thread = new Thread(writer, "linli-writer");
        thread.start();
    }

    /**
     * Founds a county in an empty folder: its log, its first two entries, its policy. One that was interrupted is taken up
     * where it stopped.
     *
     * @param folder where
     * @param name the county's, for people
     * @param origin of its log, such as {@code xx.linli}
     * @param policy the document it begins with
     * @param key the node's
     * @throws LedgerException {@link LedgerException.Code#ALREADY_A_NODE}; {@link LedgerException.Code#REFUSED} where an
     *     interrupted founding had another name or policy
     * @throws IllegalArgumentException for a policy that is none, with a sentence that names the mistake
     * @throws linli.entry.EntryException for a name or policy that fits no entry; nothing is made then
     */
    public static Ledger found(
            Path folder, String name, String origin, String policy, SigningKey key, InstantSource clock) {
        return Opening.found(folder, name, origin, policy, key, Machine.real(clock));
    }

    /**
     * Begins the log of a branch that the county has enrolled. The copy of the county's log, up to the enrolment at least, is in
     * the folder already. One that was interrupted is taken up where it stopped.
     *
     * <p>Where the branch goes on under another key in the folder it had, its log so far stays there as a copy.
     *
     * @param node the folder, and the keys it will be known by
     * @param key the node's
     * @param countyTimeSeconds when the county last signed its log
     * @throws LedgerException {@link LedgerException.Code#CATCHING_UP} where the copy does not enrol this node; nothing is a
     *     node's then
     */
    public static Ledger join(NodeFolder node, SigningKey key, long countyTimeSeconds, InstantSource clock) {
        return Opening.join(node, key, countyTimeSeconds, Machine.real(clock));
    }

    /**
     * Writes down how much of the county's log this branch has seen. From then on its entries are judged by that much.
     *
     * @param timeSeconds when the county last signed its log
     */
    public Outcome witnessCounty(long timeSeconds) {
        SignedCheckpoint county = mirrors.find(node.county().name())
                .flatMap(Mirror::complete)
                .orElseThrow(() -> new LedgerException(
                        LedgerException.Code.CATCHING_UP,
                        "the county's log is not here; let this node meet the county"));
        RequestId request = RequestId.derived("witness", county.size() + " " + county.root() + " " + timeSeconds);
        return post(new Draft(Actor.NODE, request, new CountyWitnessed(county.size(), county.root(), timeSeconds)));
    }

    /**
     * Opens a node's ledger and brings its accounts up to its log.
     *
     * @param progress is told when many entries must be posted
     * @throws LedgerException {@link LedgerException.Code#IN_USE}, {@link LedgerException.Code#UNKNOWN_VERSION}
     * @throws LogException where the log itself is not sound; nothing is changed then
     */
    public static Ledger open(NodeFolder node, SigningKey key, InstantSource clock, Progress progress) {
        return Opening.open(node, key, Machine.real(clock), progress);
    }

    /**
     * Asks for an event to be written. The answer comes when it is on the disk, or refused; exceptionally, with a {@link
     * LedgerException}, when the disk failed or the ledger is closed.
     */
    public CompletableFuture<Outcome> submit(Draft draft) {
        return writer.submit(draft);
    }

    /** As {@link #submit}, waiting for the answer. */
    public Outcome post(Draft draft) {
        return answer(submit(draft));
    }

    /** Waits for the answer to a submitted draft, as {@link #post} does. */
    public static Outcome answer(CompletableFuture<Outcome> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerException told) {
                throw told;
            }
            throw e;
        }
    }

    /** As {@link #post}, many at once: they share the waits for the disk. The answers are in the order of the drafts. */
    public List<Outcome> postAll(List<Draft> drafts) {
        return drafts.stream().map(this::submit).toList().stream()
                .map(Ledger::answer)
                .toList();
    }

    /** The ids of entries that must all have been recorded; a refusal is a {@link LedgerException}. */
    public static List<EntryId> idsOrThrow(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::idOrThrow).toList();
    }

    public Books books() {
        return books;
    }

    /** The time by this node's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** The day it is where the county is, by this node's clock; by UTC before there is a policy. */
    public LocalDate today() {
        return books.dayOf(now());
    }

    /** The rows themselves, for whoever holds two ledgers against each other. */
    AccountStore store() {
        return store;
    }

    /** The copies of other nodes' logs. */
    public Mirrors mirrors() {
        return mirrors;
    }

    /**
     * Asks for what has come to the copies to be posted; the promise is kept when all that can be posted is. What cannot be yet
     * is in {@link #standings}.
     */
    public CompletableFuture<Void> arrived() {
        return writer.arrived();
    }

    /** Who is to be told, on the writing thread and without waiting, that some log has more entries than before. */
    public void onGrowth(Runnable listener) {
        writer.onGrowth(listener);
    }

    /** How far each branch's journal is posted here, and what it waits for. */
    public List<Standing> standings() {
        return bookkeeper.standings();
    }

    public NodeFolder node() {
        return node;
    }

    /** The node's own log, for proofs, tiles and exports. */
    public LogView log() {
        return log;
    }

    /** The log of a volume, this node's own or a copy. */
    public Optional<LogView> log(Volume volume) {
        return Optional.ofNullable(mirrors.log(volume));
    }

    /** The volume that an entry stands in, where that entry counts. */
    public Optional<Volume> volumeOf(EntryId id) {
        return books.volumes(id.branch()).stream()
                .filter(volume -> volume.holds(id))
                .findFirst();
    }

    /** An entry that counts and whose log is here. */
    public Optional<Entry> entry(EntryId id) {
        return volumeOf(id)
                .flatMap(volume -> log(volume)
                        .filter(log -> volume.placeOf(id) < log.size())
                        .map(log -> EntryCodec.decode(log.entry(volume.placeOf(id)))));
    }

    /** Keeps another node's signature under this log's newest checkpoint; false where it is not under that one. */
    public boolean cosigned(Vkey cosigner, NoteSignature line) {
        return log.cosigned(cosigner, line);
    }

    /**
     * Stops writing until the node has its own newest entries back: somebody else holds more of its log than it does itself, as
     * after a restored backup. It holds after a restart too; {@link NodeFolder#endHoldingBack} ends it.
     */
    public void holdBack() {
        node.holdBack();
        writer.holdBack();
    }

    /** The proof that this log was forked; while there is one it takes nothing more. */
    public Optional<ForkProof> fork() {
        return log.fork();
    }

    /** Stops this log for good: somebody has shown that its key signed two logs. */
    public void freeze(ForkProof fork) {
        log.freeze(fork);
    }

    /** The newest checkpoint, over everything recorded so far. */
    public SignedCheckpoint checkpoint() {
        return log.checkpoint();
    }

    /** The newest checkpoint to show to others: over everything recorded so far, unless this node is to sign nothing more. */
    public SignedCheckpoint shownCheckpoint() {
        return node.isHeldBack() || log.fork().isPresent() ? log.latestCheckpoint() : log.checkpoint();
    }

    /** A text under this node's signature, as {@link Log#sign} makes it: for a report that is carried elsewhere. */
    public Note sign(String text) {
        return log.sign(text);
    }

    /**
     * Answers everybody who waits, saves the accounts, signs a last checkpoint. Where the disk refuses the last two, nothing is
     * lost: both are made again from the log at the next start.
     */
    @Override
    public void close() {
        writer.close();
        Uninterruptibles.joinUninterruptibly(thread);
        try {
            store.close();
        } finally {
            mirrors.close();
            log.close();
        }
    }
}
